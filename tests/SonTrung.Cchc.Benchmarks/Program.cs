using BenchmarkDotNet.Running;
using SonTrung.Cchc.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(RenderBenchmarks).Assembly).Run(args);
