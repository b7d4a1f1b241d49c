package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/**
 * A parameter, or a value within one, is written out and of another type than its operation takes. AWS makes no machine with an optimized
 * integration of which that is so; an SDK integration fails when it runs.
 */
final class ParameterMisfit extends Rule {
    ParameterMisfit() {
        super("ASL-TSK-019", Severity.WARNING, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        WrittenParameters.look(part, object -> {}, misfit -> {
            TaskResource resource = part.resource().orElseThrow();
            findings.add(at(
                            misfit.at().pointer(),
                            "%s:%s takes %s %s %s, not %s"
                                    .formatted(
                                            resource.service(),
                                            resource.action(),
                                            misfit.taken().noun(),
                                            misfit.isElement() ? "in" : "as",
                                            misfit.field(),
                                            Words.show(misfit.json())))
                    .accepted());
            if (WrittenParameters.areHeld(resource) && !misfit.mayBeShort()) {
                findings.add(at(misfit.at().pointer(), "")
                        .refused(
                                misfit.taken().refusal(misfit.field(), misfit.json()), part.at(part.argumentsField())));
            }
        });
    }
}
