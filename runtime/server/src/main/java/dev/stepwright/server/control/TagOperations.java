package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.ListTagsForResource;
import dev.stepwright.server.api.Nothing;
import dev.stepwright.server.api.TagResource;
import dev.stepwright.server.api.UntagResource;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The operations on the tags of state machines and activities. */
final class TagOperations {
    private final StateMachines machines;
    private final Activities activities;

    TagOperations(StateMachines machines, Activities activities) {
        this.machines = machines;
        this.activities = activities;
    }

    Nothing tag(TagResource request) {
        return change(request.resourceArn(), tags -> Tags.more(request.resourceArn(), tags, request.tags()));
    }

    Nothing untag(UntagResource request) {
        return change(request.resourceArn(), tags -> Tags.fewer(tags, request.tagKeys()));
    }

    ListTagsForResource.Answer list(ListTagsForResource request) {
        return new ListTagsForResource.Answer(Tags.list(tags(parse(request.resourceArn()))));
    }

    private Nothing change(String resource, UnaryOperator<Map<String, String>> change) {
        Arn arn = parse(resource);
        tags(arn);
        if (arn.type().equals("activity")) {
            activities.change(arn.text(), activity -> activity.with(change.apply(activity.tags())));
        } else {
            machines.changeAny(MachineArn.parse(arn.text()), machine -> machine.with(change.apply(machine.tags())));
        }
        return Nothing.ANSWER;
    }

    /** @throws ApiError {@code ResourceNotFound} if there is no such resource, or it is one without tags */
    private Map<String, String> tags(Arn arn) {
        return (arn.type().equals("activity")
                        ? activities.find(arn.text()).map(Activity::tags)
                        : machines.find(arn.text()).map(StateMachine::tags))
                .orElseThrow(() -> ApiError.resourceNotFound(arn.text()));
    }

    private static Arn parse(String resource) {
        return Arn.parse(resource, "stateMachine", "activity");
    }
}
