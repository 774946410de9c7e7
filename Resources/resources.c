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
static const unsigned char lexicons_org_suffixes[] = {
#embed "Lexicons/org_suffixes.txt"
};
static const unsigned char lexicons_organisations[] = {
#embed "Lexicons/organisations.tsv"
};
static const unsigned char lexicons_places[] = {
#embed "Lexicons/places.txt"
};
static const unsigned char lexicons_roles[] = {
#embed "Lexicons/roles.txt"
};
static const unsigned char lexicons_stopwords[] = {
#embed "Lexicons/stopwords.txt"
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
static const unsigned char models_part_of_speech[] = {
#embed "Models/part-of-speech.model"
};

static const struct resource_file table[] = {
    ROW("Lexicons/abbreviations.txt", lexicons_abbreviations),
    ROW("Lexicons/countries.tsv", lexicons_countries),
    ROW("Lexicons/first_names.tsv", lexicons_first_names),
    ROW("Lexicons/group_nouns.txt", lexicons_group_nouns),
    ROW("Lexicons/org_suffixes.txt", lexicons_org_suffixes),
    ROW("Lexicons/organisations.tsv", lexicons_organisations),
    ROW("Lexicons/places.txt", lexicons_places),
    ROW("Lexicons/roles.txt", lexicons_roles),
    ROW("Lexicons/stopwords.txt", lexicons_stopwords),
    ROW("Lexicons/teasers.txt", lexicons_teasers),
    ROW("Lexicons/titles.tsv", lexicons_titles),
    ROW("Lexicons/topic_stopwords.txt", lexicons_topic_stopwords),
    ROW("Models/attribution.model", models_attribution),
    ROW("Models/part-of-speech.model", models_part_of_speech),
    {NULL, NULL, 0},
};

const struct resource_file *resource_files(void) { return table; }
