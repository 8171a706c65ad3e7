using System.CommandLine;

namespace Conform.Commands;

/// <summary>Words that begin with a dash are options: an argument that takes any number of words must not swallow one that is misspelt.</summary>
internal static class UnknownOptions
{
    /// <summary>Has an argument refuse them.</summary>
    /// <typeparam name="T">What the argument holds.</typeparam>
    /// <param name="argument">The argument.</param>
    /// <returns>The same argument.</returns>
    public static Argument<T> RefuseOptions<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-')) result.AddError($"there is no option {token.Value}");
        });
        return argument;
    }
}
