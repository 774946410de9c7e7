import QuoteModel
import QuoteParser
import StatementLinks

extension Reading {
  /// Goes on from what was read: whenever something has been written below the folders, asks `next` for what is new and
  /// publishes it behind the rest, so that articles keep their ids. Ends when the task is cancelled.
  public static func follow(
    _ watch: FolderWatch, from corpus: Corpus, actors: ActorsAsSaid,
    onEvent: @escaping @Sendable (ReadingEvent) -> Void,
    next: () async -> [DigestedArticle]
  ) async {
    let publisher = Publisher(
      Linker(jobs: processors), corpus.segments, corpus.links, actors: actors, onEvent: onEvent)
    while await watch.change() {
      let new = await next()
      if !new.isEmpty { publisher.publishSoon(new) }
      await publisher.settle()
    }
  }

  /// Reads files and folders as `read` does, then follows the folders: a new file's articles appear behind the others. A
  /// file that changes stays as it was read; a library takes up changes too.
  public static func readAndFollow(
    _ inputs: Inputs, jobs: Int = processors, actors: ActorsAsSaid = ActorsAsSaid(),
    onEvent: @escaping @Sendable (ReadingEvent) -> Void
  ) async {
    // Before the reading: what comes meanwhile is not missed.
    let watch = FolderWatch(inputs.paths)
    var known: Set<String> = []
    let first = inputs.leavingOut { file in
      known.insert(file.path)
      return false
    }
    guard let segments = await read(first, jobs: jobs, actors: actors, onEvent: onEvent), let watch else {
      return
    }
    let (parser, linker) = (Parser(), Linker())
    // What links they have is known to whoever was told of them; here they are made anew.
    await follow(watch, from: Corpus(segments: segments, links: Links()), actors: actors, onEvent: onEvent) {
      let more = inputs.leavingOut { !known.insert($0.path).inserted }.filesAlone
      var new: [DigestedArticle] = []
      await forEachArticle(in: more, jobs: jobs) {
        linker.digest(parser.parse($0))
      } consume: { step in
        switch step.outcome {
        case .success(let articles): new += articles
        case .failure(let error): onEvent(.failed(error))
        }
        return true
      }
      return new
    }
  }
}
