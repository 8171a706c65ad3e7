using System.CommandLine;
using Conform.Commands;

var output = Console.Out;
var errors = Console.Error;
var time = TimeProvider.System;
var root = new RootCommand("conform: HTTP/1.1 and callable-contract conformance testing over raw TCP")
{
    RunCommand.Create(output, errors, time),
    ListCommand.Create(output, errors),
    ShowCommand.Create(output, errors),
    LintCommand.Create(output, errors),
    WordsCommand.Create(output),
    SendCommand.Create(output, errors, time),
    ServeCommand.Create(output, errors, time),
    AcceptCommand.Create(output, errors),
    TargetsCommand.Create(output, errors),
};
var parse = root.Parse(args);
if (parse.Errors.Count == 0) return await parse.InvokeAsync();
foreach (var error in parse.Errors) errors.WriteLine("conform: " + error.Message);
errors.WriteLine("conform: see conform --help, or conform COMMAND --help");
return 2;
