namespace SonTrung.Cchc.Benchmarks;

/// <summary>Measures processor time instead of time on the wall: steadier on a machine that others share.</summary>
internal static class ProcessorTime
{
    private const int Rounds = 9;

    public static void Report()
    {
        var year = new ComposeBenchmarks();
        var report = new RenderBenchmarks();
        var appendix = new LongAppendixBenchmarks();
        var check = new CheckBenchmarks();
        Measure("Year of 120 activities", () => year.Compose(), 2000);
        Measure("Report, all rules", () => check.Check(), 50);
        Measure("Paper of 2023, all rules", () => check.CheckPasted(), 50);
        Measure("Report, layout alone", () => report.LayoutAlone(), 100);
        Measure("Report, whole file", () => report.Render(), 100);
        Measure("10,000 rows, layout alone", () => appendix.LayoutAlone(), 2);
        Measure("10,000 rows, whole file", () => appendix.Render(), 1);
    }

    private static void Measure(string name, Action action, int count)
    {
        var rounds = new double[Rounds + 1];
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < count; i++)
            {
                action();
            }

            rounds[round] = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / count;
        }

        // The first round warms up.
        var sorted = rounds[1..].Order().ToArray();
        Console.WriteLine($"{name,-28} median {sorted[Rounds / 2],8:0.00} ms   least {sorted[0],8:0.00} ms");
    }
}
