package dev.stepwright.examples;

import static dev.stepwright.examples.Page.title;

import dev.stepwright.examples.loan.Applicant;
import dev.stepwright.examples.loan.LoanDesk;
import dev.stepwright.examples.loan.LoanInput;
import dev.stepwright.examples.loan.LoanOutput;
import dev.stepwright.examples.loan.LoanWorkflow;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.schema.JsonSchemas;
import dev.stepwright.testkit.ProgressLines;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The loan workflow: written in ASL with JSON Schemas beside it, run through the types generated from them. */
final class LoanExample {
    private LoanExample() {}

    static int run(PrintStream out) {
        title(out, "loan.asl.json, state by state");
        var config =
                EngineConfig.builder().listener(ProgressLines.to(out::println)).build();
        try (Engine engine = Engine.create(config)) {
            // region start
            LoanWorkflow loans = new LoanWorkflow(engine, new LoanDesk()).validating(new JsonSchemas());
            LoanInput application = LoanInput.builder()
                    .applicant(new Applicant("Kim", LocalDate.of(1990, 5, 17)))
                    .amount(new BigDecimal("12500"))
                    .purpose("a boat")
                    .build();
            Outcome<LoanOutput> outcome = loans.start(application).await();
            // endregion
            title(out, "The typed result");
            out.println("  " + outcome);
            return outcome instanceof Outcome.Succeeded<LoanOutput> ? 0 : 1;
        }
    }
}
