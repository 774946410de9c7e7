// Benchmarks [PATH]…                              what docs/performance.md shows
// Benchmarks --times PASSES FOLDER                seconds a pass, for a script to read
// Benchmarks --score|--reliability SPLIT [careful]  what docs/accuracy.md shows
// Benchmarks --large QUOTATIONS                   keys and memory with that many, generated
// Benchmarks --parts-of-speech FOLDER
// Benchmarks --actors PATH…                       the actors most quoted, to read by eye
let arguments = Array(CommandLine.arguments.dropFirst())
let isCareful = arguments.last == "careful"
switch (arguments.first, arguments.count) {
case ("--times", 3): try await Speed.printTimes(arguments[2], passes: Int(arguments[1]) ?? 1)
case ("--score", 2...): try await ScoreTable.print(arguments[1], careful: isCareful)
case ("--reliability", 2...): try await ScoreTable.printReliability(arguments[1], careful: isCareful)
case ("--large", 2): LargeBrowser.measure(quotations: Int(arguments[1]) ?? 1_000_000)
case ("--parts-of-speech", 2): try ScoreTable.printPartsOfSpeech(arguments[1])
case ("--actors", 2...): await ActorTable.print(Array(arguments.dropFirst()))
default: await Benchmark.run(arguments)
}
