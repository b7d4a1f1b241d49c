package dev.stepwright.benchmarks.peer;

/** The Express machine whose starts are counted, in process and over HTTP: five states from start to end. */
public final class ExpressDefinition {
    /** A Choice, three Pass states, Succeed. */
    public static final String TEXT = """
            {"StartAt": "Large?", "States": {
              "Large?": {"Type": "Choice", "Choices": [{"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Refused"}], "Default": "Price"},
              "Price": {"Type": "Pass", "Parameters": {"id.$": "$.id", "net.$": "$.total"}, "Next": "Charge"},
              "Charge": {"Type": "Pass", "Result": {"charged": true}, "ResultPath": "$.charge", "Next": "Receipt"},
              "Receipt": {"Type": "Pass", "Parameters": {"id.$": "$.id", "charged.$": "$.charge.charged"}, "Next": "Sent"},
              "Sent": {"Type": "Succeed"},
              "Refused": {"Type": "Fail", "Error": "TooLarge"}}}""";

    private ExpressDefinition() {}
}
