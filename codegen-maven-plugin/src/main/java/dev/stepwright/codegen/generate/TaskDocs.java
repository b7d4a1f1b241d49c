package dev.stepwright.codegen.generate;

import com.palantir.javapoet.CodeBlock;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Docs;
import tools.jackson.databind.JsonNode;

/** Says where what a task's method takes comes from, and where what it gives goes, by the fields of its state. */
record TaskDocs(TaskState state) {
    /** Returns the words for the method's input. */
    CodeBlock input() {
        if (isFunction()) {
            return CodeBlock.of("what the function is called with: the {@code Payload}");
        }
        for (String field : new String[] {"Arguments", "Parameters"}) {
            if (state.json().has(field)) {
                return CodeBlock.of("what the state's {@code $L} make of its input", field);
            }
        }
        JsonNode path = state.json().path("InputPath");
        if (path.isNull()) {
            return CodeBlock.of("an empty object, since {@code InputPath} is null");
        }
        return isPart(path)
                ? CodeBlock.of("$L of the state's input", code(path))
                : CodeBlock.of("the whole of the state's input");
    }

    /** Returns the words for what the method gives. */
    CodeBlock result() {
        String what = isFunction() ? "what the function answers: the {@code Payload}" : "the task's result";
        JsonNode path = state.json().path("ResultPath");
        boolean isSelected = state.json().has("ResultSelector");
        if (path.isNull()) {
            return CodeBlock.of("$L, which the state does not keep", what);
        }
        if (state.json().has("Output")) {
            return CodeBlock.of("$L, from which {@code Output} may take what the state gives", what);
        }
        CodeBlock goal = isPart(path) ? CodeBlock.of("goes to $L", code(path)) : CodeBlock.of("is the state's output");
        return isSelected
                ? CodeBlock.of("$L; what {@code ResultSelector} makes of it $L", what, goal)
                : isFunction() ? CodeBlock.of("$L", what) : CodeBlock.of("$L, which $L", what, goal);
    }

    private boolean isFunction() {
        return TaskResource.of(state.resource().orElse("")).isIntegration("lambda", "invoke");
    }

    private static boolean isPart(JsonNode path) {
        return path.isString() && !path.stringValue().equals("$");
    }

    private static String code(JsonNode path) {
        return Docs.code(path.stringValue());
    }
}
