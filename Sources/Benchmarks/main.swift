// Benchmarks [PATH]…                              what docs/performance.md shows
// Benchmarks --times PASSES FOLDER                seconds a pass, for a script to read
// Benchmarks --score|--reliability SPLIT [careful]  what docs/accuracy.md shows
// Benchmarks --large QUOTATIONS                   keys and memory with that many, generated
// Benchmarks --bytes [PATH]…                      bytes sent to a terminal for each key
// Benchmarks --parts-of-speech FOLDER
// Benchmarks --import FOLDER…                     megabytes a second from bytes to articles, one core
// Benchmarks --actors PATH…                       the actors most quoted, to read by eye
// Benchmarks --relations N SEED KIND|all PATH…    relations drawn at random, to be read by eye
// Benchmarks --relation-key KEY PATH…             relations held against a key written by hand
// Benchmarks --sources KEY PATH…                  who speaks held against a key of sources
// Benchmarks --one-subject KEY PATH…              pairs labelled by hand against the similarity of quotations
// Benchmarks --subject-features KEY PATH…         the same pairs' features, to fit the weights by
// Benchmarks --planted N OF FOLDER…               repeats planted in a made-up corpus of the folders' words; growth
// Benchmarks --library QUOTATIONS FOLDER          a library of that many, generated: growing, opening; growth to it
// Benchmarks --adding FILE                        a thousand articles put into a library, again and again; it keeps them
// Benchmarks --library-open FILE                  from the file to the first screen, to all of it, and memory
// Benchmarks --linking PATH…                      what linking takes
let arguments = Array(CommandLine.arguments.dropFirst())
let isCareful = arguments.last == "careful"
switch (arguments.first, arguments.count) {
case ("--times", 3): try await Speed.printTimes(arguments[2], passes: Int(arguments[1]) ?? 1)
case ("--score", 2...): try await ScoreTable.print(arguments[1], careful: isCareful)
case ("--reliability", 2...): try await ScoreTable.printReliability(arguments[1], careful: isCareful)
case ("--bytes", 1...): BytesPerKey.measure(Array(arguments.dropFirst()))
case ("--large", 2): LargeBrowser.make(quotations: Int(arguments[1]) ?? 1_000_000)
case ("--large", 3): LargeBrowser.measure(file: arguments[2], quotations: Int(arguments[1]) ?? 1_000_000)
case ("--parts-of-speech", 2): try ScoreTable.printPartsOfSpeech(arguments[1])
case ("--actors", 2...): await ActorTable.print(Array(arguments.dropFirst()))
case ("--relations", 5...):
  await RelationSample.print(
    Int(arguments[1]) ?? 20, seed: UInt64(arguments[2]) ?? 1, kind: arguments[3], Array(arguments[4...]))
case ("--relation-key", 3...): try await RelationKey.print(arguments[1], Array(arguments[2...]))
case ("--sources", 3...): try await SourceKey.print(arguments[1], Array(arguments[2...]))
case ("--one-subject", 3...), ("--subject-features", 3...):
  try await SubjectPairs.print(
    arguments[1], features: arguments[0] == "--subject-features", Array(arguments[2...]))
case ("--planted", 4...):
  try PlantedRepeats.print(
    Int(arguments[1]) ?? 10_000, among: Int(arguments[2]) ?? 100_000, Array(arguments[3...]))
case ("--linking", 2...): await LinkingTime.print(Array(arguments[1...]))
case ("--library", 3): try await LibraryGrowth.measure(Int(arguments[1]) ?? 1_000_000, in: arguments[2])
case ("--adding", 2): try await LibraryGrowth.measureAdding(to: arguments[1])
case ("--library-open", 2): await LibraryOpening.measure(arguments[1])
case ("--import", 2...): ImportSpeed.print(Array(arguments.dropFirst()))
default: await Benchmark.run(arguments)
}
