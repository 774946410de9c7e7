# Completions of whosaid for bash. Made by `make docs`; not to be edited.

_whosaid_list() {
  # The last of several values, separated by commas.
  local done=
  [[ $2 == *,* ]] && done=${2%,*},
  mapfile -t COMPREPLY < <(compgen -W "$1" -P "$done" -- "${2##*,}")
}

_whosaid() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=browse at option
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    case $command:${COMP_WORDS[at]} in
    browse:library) command=library ;;
    library:create|library:add|library:update|library:remove|library:list|library:info|library:verify|library:import|library:export|library:compact) command="library ${COMP_WORDS[at]}"; break ;;
    browse:browse|browse:extract|browse:mentions|browse:articles|browse:stats|browse:actors|browse:topics|browse:related|browse:verify|browse:library|browse:formats|browse:help) command=${COMP_WORDS[at]}; break ;;
    *:-*|*:=) ;;
    *) [[ ${COMP_WORDS[at-1]} == -* || ${COMP_WORDS[at-1]} == '=' ]] || break ;;
    esac
  done
  # Bash takes --option=value apart at the equals sign.
  if [[ $word == '=' ]]; then
    option=$before word=
  elif [[ $before == '=' ]]; then
    option=${COMP_WORDS[COMP_CWORD-2]}
  else
    option=$before
  fi
  case $command:$option in
  "extract":--format|"extract":-f) mapfile -t COMPREPLY < <(compgen -W "jsonl json plain csv tsv markdown html schema-org web-annotation ris bibtex csl-json brat parsed" -- "$word"); return ;;
  "extract":--fields|"extract":-F) _whosaid_list "doc id kind spans text cue speaker cue_text speaker_text actors topics when asked parent confidence article title byline date outlet url language context" "$word"; return ;;
  "mentions":--format|"mentions":-f) mapfile -t COMPREPLY < <(compgen -W "jsonl" -- "$word"); return ;;
  "articles":--format|"articles":-f) mapfile -t COMPREPLY < <(compgen -W "jsonl plain" -- "$word"); return ;;
  "stats":--format|"stats":-f) mapfile -t COMPREPLY < <(compgen -W "plain jsonl json csv tsv" -- "$word"); return ;;
  "stats":--fields|"stats":-F) _whosaid_list "articles quoted_articles outlets quotations direct mixed indirect with_speaker speakers topics first last confidence repeats elaborates continues answers agrees contrasts shifts same_subject" "$word"; return ;;
  "actors":--format|"actors":-f) mapfile -t COMPREPLY < <(compgen -W "plain jsonl json csv tsv" -- "$word"); return ;;
  "actors":--fields|"actors":-F) _whosaid_list "quotations articles name type first last aliases roles id" "$word"; return ;;
  "topics":--format|"topics":-f) mapfile -t COMPREPLY < <(compgen -W "plain jsonl json csv tsv" -- "$word"); return ;;
  "topics":--fields|"topics":-F) _whosaid_list "quotations articles speakers label kind first last wider id" "$word"; return ;;
  "related":--format|"related":-f) mapfile -t COMPREPLY < <(compgen -W "plain jsonl json csv tsv" -- "$word"); return ;;
  "related":--fields|"related":-F) _whosaid_list "relation direction score when id speakers doc evidence text" "$word"; return ;;
  "verify":--format|"verify":-f) mapfile -t COMPREPLY < <(compgen -W "plain jsonl" -- "$word"); return ;;
  "library list":--format|"library list":-f) mapfile -t COMPREPLY < <(compgen -W "plain jsonl json csv tsv" -- "$word"); return ;;
  "library list":--fields|"library list":-F) _whosaid_list "date quotations outlet name title copy_of path articles first last" "$word"; return ;;
  "library info":--format|"library info":-f) mapfile -t COMPREPLY < <(compgen -W "plain jsonl json csv tsv" -- "$word"); return ;;
  "library info":--fields|"library info":-F) _whosaid_list "path articles quotations copies files decisions first last bytes form roots" "$word"; return ;;
  "help":--format|"help":-f) mapfile -t COMPREPLY < <(compgen -W "plain markdown man bash zsh fish" -- "$word"); return ;;
  esac
  case $option in
  --output|-o) mapfile -t COMPREPLY < <(compgen -f -- "$word"); compopt -o filenames; return ;;
  --where|-w|--jobs|-j|--map) return ;;
  esac
  if [[ $word == -* ]]; then
    case $command in
    "browse") mapfile -t COMPREPLY < <(compgen -W "--where= --jobs= --careful --quick --watch --samples --map= --plain-ui --keys --quiet --verbose --help --version" -- "$word") ;;
    "extract") mapfile -t COMPREPLY < <(compgen -W "--format= --where= --fields= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "mentions") mapfile -t COMPREPLY < <(compgen -W "--format= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "articles") mapfile -t COMPREPLY < <(compgen -W "--format= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "stats") mapfile -t COMPREPLY < <(compgen -W "--format= --where= --fields= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "actors") mapfile -t COMPREPLY < <(compgen -W "--format= --where= --fields= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "topics") mapfile -t COMPREPLY < <(compgen -W "--format= --where= --fields= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "related") mapfile -t COMPREPLY < <(compgen -W "--format= --fields= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "verify") mapfile -t COMPREPLY < <(compgen -W "--format= --output= --jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "library create") mapfile -t COMPREPLY < <(compgen -W "--jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "library add") mapfile -t COMPREPLY < <(compgen -W "--jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "library update") mapfile -t COMPREPLY < <(compgen -W "--jobs= --careful --quick --map= --quiet --verbose --help --version" -- "$word") ;;
    "library remove") mapfile -t COMPREPLY < <(compgen -W "--quiet --verbose --help --version" -- "$word") ;;
    "library list") mapfile -t COMPREPLY < <(compgen -W "--format= --fields= --output= --help --version" -- "$word") ;;
    "library info") mapfile -t COMPREPLY < <(compgen -W "--format= --fields= --output= --help --version" -- "$word") ;;
    "library verify") mapfile -t COMPREPLY < <(compgen -W "--quiet --verbose --help --version" -- "$word") ;;
    "library import") mapfile -t COMPREPLY < <(compgen -W "--jobs= --quiet --verbose --help --version" -- "$word") ;;
    "library export") mapfile -t COMPREPLY < <(compgen -W "--output= --quiet --verbose --help --version" -- "$word") ;;
    "library compact") mapfile -t COMPREPLY < <(compgen -W "--quiet --verbose --help --version" -- "$word") ;;
    "formats") mapfile -t COMPREPLY < <(compgen -W "--help --version" -- "$word") ;;
    "help") mapfile -t COMPREPLY < <(compgen -W "--format= --output= --help --version" -- "$word") ;;
    esac
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    return
  fi
  [[ $command == library ]] && { mapfile -t COMPREPLY < <(compgen -W "create add update remove list info verify import export compact" -- "$word"); return; }
  [[ $command:$before == help:help ]] && { mapfile -t COMPREPLY < <(compgen -W "browse extract mentions articles stats actors topics related verify library formats help" -- "$word"); return; }
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
  compopt -o filenames
  ((COMP_CWORD == 1)) && mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "browse extract mentions articles stats actors topics related verify library formats help" -- "$word")
}

complete -F _whosaid whosaid
