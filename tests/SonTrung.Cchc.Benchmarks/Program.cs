using System.Globalization;
using BenchmarkDotNet.Running;
using SonTrung.Cchc.Benchmarks;

switch (args)
{
    case ["cpu"]:
        ProcessorTime.Report();
        break;
    case ["generate", var folder, ..]:
        await PageTimes.GenerateAsync(folder, Wanted());
        break;
    case ["pages", var little, var much, ..] when !little.StartsWith('-'):
        await PageTimes.RunAsync(little, much, Option("--requests", 15), Word("--only") ?? "");
        break;
    case ["pages", ..]:
        await PageTimes.RunAsync(new Amount(1, 1, 1000), Wanted(), Option("--requests", 15), Word("--only") ?? "");
        break;
    case ["import", ..]:
        await ImportTimes.RunAsync(Option("--rows", 10_000), Word("--portal"));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RenderBenchmarks).Assembly).Run(args);
        break;
}

Amount Wanted() => new(Option("--communes", 100), Option("--years", 10), Option("--per-year", 1000));

int Option(string name, int usual) => Word(name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : usual;

string? Word(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
