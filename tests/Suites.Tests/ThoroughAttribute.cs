using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conform.Suites.Tests;

/// <summary>A test that takes longer than anybody waits for a change: it runs where CONFORM_THOROUGH is set, and says elsewhere that it did not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ThoroughAttribute : NUnitAttribute, IApplyToTest
{
    /// <inheritdoc/>
    public void ApplyToTest(Test test)
    {
        if (Repetition.IsThorough) return;
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, "takes long; runs where CONFORM_THOROUGH is set");
    }
}
