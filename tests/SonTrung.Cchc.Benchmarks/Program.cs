using System.Globalization;
using BenchmarkDotNet.Running;
using SonTrung.Cchc.Benchmarks;

switch (args)
{
    case ["cpu"]:
        ProcessorTime.Report();
        break;
    case ["generate", var file, ..]:
        using (var generator = new ActivityGenerator(file))
        {
            generator.Fill(new Amount(Option("--communes", 100), Option("--years", 10), Option("--per-year", 1000)));
        }

        break;
    case ["pages", ..]:
        await PageTimes.RunAsync(
            new Amount(1, 1, 1000),
            new Amount(Option("--communes", 100), Option("--years", 10), Option("--per-year", 1000)),
            Option("--requests", 15));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RenderBenchmarks).Assembly).Run(args);
        break;
}

int Option(string name, int usual) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;
