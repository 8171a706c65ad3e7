using BenchmarkDotNet.Running;
using Conform.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Reading).Assembly).Run(args);
