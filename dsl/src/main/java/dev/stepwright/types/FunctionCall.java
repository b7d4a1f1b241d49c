package dev.stepwright.types;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.types.Shape.Member;
import dev.stepwright.types.Shape.OneOf;
import dev.stepwright.types.Shape.Scalar;
import dev.stepwright.types.Shape.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is around the payloads of {@code lambda:invoke}. The schemas of such a task say what the function gets and gives, as the
 * method does that stands for it; the state sees a call and an answer.
 */
final class FunctionCall {
    private static final String INVOKE = ":::lambda:invoke";
    private static final String PAYLOAD = "Payload";
    private static final Shape TEXT = new Scalar(Scalar.Type.STRING);
    private static final Map<String, Member> AROUND = around();

    private FunctionCall() {}

    private static Map<String, Member> around() {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("StatusCode", new Member(new Scalar(Scalar.Type.INTEGER), true));
        members.put("ExecutedVersion", new Member(TEXT, false));
        members.put("LogResult", new Member(TEXT, false));
        members.put("SdkHttpMetadata", new Member(Shape.ANY, false));
        members.put("SdkResponseMetadata", new Member(Shape.ANY, false));
        return members;
    }

    static boolean is(String resource) {
        return resource.endsWith(INVOKE) || resource.endsWith(INVOKE + TaskResource.CALLBACK);
    }

    /** Returns the parameters with which a function is called; a payload may also be the text of the event, or missing. */
    static Shape arguments(Shape event) {
        return new Structure(Map.of(PAYLOAD, new Member(new OneOf(List.of(event, TEXT)), false)), true);
    }

    /**
     * Returns the answer in which what a function gives stands; a schema that names the payload is that of the answer itself. Of
     * a callback it is all of the result: what somebody sends with the token, whatever the function gives.
     */
    static Shape answer(String resource, Shape result) {
        if (resource.endsWith(TaskResource.CALLBACK)) {
            return result;
        }
        if (result instanceof Structure structure && structure.members().containsKey(PAYLOAD)) {
            return result;
        }
        Map<String, Member> members = new LinkedHashMap<>(AROUND);
        members.put(PAYLOAD, new Member(result, true));
        return new Structure(members, false);
    }
}
