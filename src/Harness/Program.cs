using Conform.Commands;

var errors = Console.Error;
var parse = RootCommandFactory.Create(Console.Out, errors, TimeProvider.System).Parse(args);
if (parse.Errors.Count == 0) return await parse.InvokeAsync();
foreach (var error in parse.Errors) errors.WriteLine("conform: " + error.Message);
errors.WriteLine("conform: see conform --help, or conform COMMAND --help");
return 2;
