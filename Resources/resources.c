// Every file the program carries: its bytes, and its row in the table.
#include "include/CResources.h"

#define ROW(path, bytes) {path, bytes, sizeof bytes}

static const unsigned char lexicons_abbreviations[] = {
#embed "Lexicons/abbreviations.txt"
};
static const unsigned char lexicons_countries[] = {
#embed "Lexicons/countries.tsv"
};
static const unsigned char lexicons_first_names[] = {
#embed "Lexicons/first_names.tsv"
};
static const unsigned char lexicons_group_nouns[] = {
#embed "Lexicons/group_nouns.txt"
};
static const unsigned char lexicons_holders[] = {
#embed "Lexicons/holders.tsv"
};
static const unsigned char lexicons_nicknames[] = {
#embed "Lexicons/nicknames.tsv"
};
static const unsigned char lexicons_org_suffixes[] = {
#embed "Lexicons/org_suffixes.txt"
};
static const unsigned char lexicons_organisations[] = {
#embed "Lexicons/organisations.tsv"
};
static const unsigned char lexicons_parties[] = {
#embed "Lexicons/parties.tsv"
};
static const unsigned char lexicons_cues[] = {
#embed "Lexicons/cues.tsv"
};
static const unsigned char lexicons_opposites[] = {
#embed "Lexicons/opposites.tsv"
};
static const unsigned char lexicons_stance[] = {
#embed "Lexicons/stance.tsv"
};
static const unsigned char lexicons_places[] = {
#embed "Lexicons/places.txt"
};
static const unsigned char lexicons_roles[] = {
#embed "Lexicons/roles.txt"
};
static const unsigned char lexicons_states[] = {
#embed "Lexicons/states.tsv"
};
static const unsigned char lexicons_stopwords[] = {
#embed "Lexicons/stopwords.txt"
};
static const unsigned char lexicons_plain_nouns[] = {
#embed "Lexicons/plain_nouns.txt"
};
static const unsigned char lexicons_subjects[] = {
#embed "Lexicons/subjects.tsv"
};
static const unsigned char lexicons_teasers[] = {
#embed "Lexicons/teasers.txt"
};
static const unsigned char lexicons_titles[] = {
#embed "Lexicons/titles.tsv"
};
static const unsigned char lexicons_topic_stopwords[] = {
#embed "Lexicons/topic_stopwords.txt"
};
static const unsigned char models_attribution[] = {
#embed "Models/attribution.model"
};
static const unsigned char models_attribution_second[] = {
#embed "Models/attribution-second.model"
};
static const unsigned char models_background[] = {
#embed "Models/background.model"
};
// Read in place, numbers of several bytes among them.
static const _Alignas(64) unsigned char models_careful[] = {
#embed "Models/careful.model"
};
static const unsigned char models_confidence[] = {
#embed "Models/confidence.model"
};
static const unsigned char models_entities[] = {
#embed "Models/entities.model"
};
static const unsigned char models_links[] = {
#embed "Models/links.model"
};
static const unsigned char models_pronouns[] = {
#embed "Models/pronouns.model"
};
static const unsigned char models_part_of_speech[] = {
#embed "Models/part-of-speech.model"
};
static const unsigned char report_css[] = {
#embed "Report/report.css"
};
static const unsigned char report_js[] = {
#embed "Report/report.js"
};
static const unsigned char samples_business_2025_03_11[] = {
#embed "Samples/business-2025-03-11.txt"
};
static const unsigned char samples_council_2024_11_03[] = {
#embed "Samples/council-2024-11-03.txt"
};
static const unsigned char samples_court_2024_03_05[] = {
#embed "Samples/court-2024-03-05.txt"
};
static const unsigned char samples_culture_2025_04_27[] = {
#embed "Samples/culture-2025-04-27.txt"
};
static const unsigned char samples_debate_2025_05_22[] = {
#embed "Samples/debate-2025-05-22.txt"
};
static const unsigned char samples_dredging_2023_10_19[] = {
#embed "Samples/dredging-2023-10-19.txt"
};
static const unsigned char samples_election_2025_06_01[] = {
#embed "Samples/election-2025-06-01.txt"
};
static const unsigned char samples_harbor_reaction_2024_10_14[] = {
#embed "Samples/harbor-reaction-2024-10-14.txt"
};
static const unsigned char samples_harbor_summit_2024_10_12[] = {
#embed "Samples/harbor-summit-2024-10-12.txt"
};
static const unsigned char samples_interview_2025_01_20[] = {
#embed "Samples/interview-2025-01-20.txt"
};
static const unsigned char samples_live_2024_12_09[] = {
#embed "Samples/live-2024-12-09.txt"
};
static const unsigned char samples_obituary_2025_05_15[] = {
#embed "Samples/obituary-2025-05-15.txt"
};
static const unsigned char samples_science_2025_02_18[] = {
#embed "Samples/science-2025-02-18.txt"
};
static const unsigned char samples_sport_2024_06_22[] = {
#embed "Samples/sport-2024-06-22.txt"
};
static const unsigned char samples_verdict_2024_09_18[] = {
#embed "Samples/verdict-2024-09-18.txt"
};

static const struct resource_file table[] = {
    ROW("Lexicons/abbreviations.txt", lexicons_abbreviations),
    ROW("Lexicons/countries.tsv", lexicons_countries),
    ROW("Lexicons/first_names.tsv", lexicons_first_names),
    ROW("Lexicons/group_nouns.txt", lexicons_group_nouns),
    ROW("Lexicons/holders.tsv", lexicons_holders),
    ROW("Lexicons/nicknames.tsv", lexicons_nicknames),
    ROW("Lexicons/org_suffixes.txt", lexicons_org_suffixes),
    ROW("Lexicons/organisations.tsv", lexicons_organisations),
    ROW("Lexicons/parties.tsv", lexicons_parties),
    ROW("Lexicons/cues.tsv", lexicons_cues),
    ROW("Lexicons/opposites.tsv", lexicons_opposites),
    ROW("Lexicons/stance.tsv", lexicons_stance),
    ROW("Lexicons/places.txt", lexicons_places),
    ROW("Lexicons/roles.txt", lexicons_roles),
    ROW("Lexicons/states.tsv", lexicons_states),
    ROW("Lexicons/stopwords.txt", lexicons_stopwords),
    ROW("Lexicons/plain_nouns.txt", lexicons_plain_nouns),
    ROW("Lexicons/subjects.tsv", lexicons_subjects),
    ROW("Lexicons/teasers.txt", lexicons_teasers),
    ROW("Lexicons/titles.tsv", lexicons_titles),
    ROW("Lexicons/topic_stopwords.txt", lexicons_topic_stopwords),
    ROW("Models/attribution.model", models_attribution),
    ROW("Models/attribution-second.model", models_attribution_second),
    ROW("Models/background.model", models_background),
    ROW("Models/careful.model", models_careful),
    ROW("Models/confidence.model", models_confidence),
    ROW("Models/entities.model", models_entities),
    ROW("Models/links.model", models_links),
    ROW("Models/pronouns.model", models_pronouns),
    ROW("Models/part-of-speech.model", models_part_of_speech),
    ROW("Report/report.css", report_css),
    ROW("Report/report.js", report_js),
    ROW("Samples/business-2025-03-11.txt", samples_business_2025_03_11),
    ROW("Samples/council-2024-11-03.txt", samples_council_2024_11_03),
    ROW("Samples/court-2024-03-05.txt", samples_court_2024_03_05),
    ROW("Samples/culture-2025-04-27.txt", samples_culture_2025_04_27),
    ROW("Samples/debate-2025-05-22.txt", samples_debate_2025_05_22),
    ROW("Samples/dredging-2023-10-19.txt", samples_dredging_2023_10_19),
    ROW("Samples/election-2025-06-01.txt", samples_election_2025_06_01),
    ROW("Samples/harbor-reaction-2024-10-14.txt", samples_harbor_reaction_2024_10_14),
    ROW("Samples/harbor-summit-2024-10-12.txt", samples_harbor_summit_2024_10_12),
    ROW("Samples/interview-2025-01-20.txt", samples_interview_2025_01_20),
    ROW("Samples/live-2024-12-09.txt", samples_live_2024_12_09),
    ROW("Samples/obituary-2025-05-15.txt", samples_obituary_2025_05_15),
    ROW("Samples/science-2025-02-18.txt", samples_science_2025_02_18),
    ROW("Samples/sport-2024-06-22.txt", samples_sport_2024_06_22),
    ROW("Samples/verdict-2024-09-18.txt", samples_verdict_2024_09_18),
    {NULL, NULL, 0},
};

const struct resource_file *resource_files(void) { return table; }
