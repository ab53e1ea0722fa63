using BenchmarkDotNet.Running;
using SonTrung.Cchc.Benchmarks;

if (args is ["cpu"])
{
    ProcessorTime.Report();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(RenderBenchmarks).Assembly).Run(args);
}
