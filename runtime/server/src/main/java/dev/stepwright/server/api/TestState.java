package dev.stepwright.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Request of TestState. */
public record TestState(
        String definition,
        @Nullable String roleArn,
        @Nullable String input,
        String inspectionLevel,
        boolean revealSecrets,
        @Nullable String variables,
        @Nullable String stateName,
        @Nullable Mock mock,
        @Nullable String context,
        StateConfiguration stateConfiguration) {

    private static final int MANY = Integer.MAX_VALUE;

    public static TestState of(Members in) {
        String level = in.word("inspectionLevel", List.of("INFO", "DEBUG", "TRACE"));
        StateConfiguration configuration = in.structure("stateConfiguration", StateConfiguration::read);
        return new TestState(
                in.text("definition", Length.DEFINITION),
                in.optionalText("roleArn", Length.ARN),
                in.optionalText("input", Length.DATA),
                level == null ? "INFO" : level,
                in.flag("revealSecrets"),
                in.optionalText("variables", Length.DATA),
                in.optionalText("stateName", Length.TRIED_STATE),
                in.structure("mock", Mock::read),
                in.optionalText("context", Length.DATA),
                configuration == null ? StateConfiguration.NONE : configuration);
    }

    /**
     * What stands for the work of the state.
     *
     * @param result JSON text
     * @param fieldValidationMode how the result is checked: STRICT, PRESENT or NONE
     */
    public record Mock(@Nullable String result, @Nullable ErrorOutput errorOutput, String fieldValidationMode) {
        static Mock read(Members in) {
            String mode = in.word("fieldValidationMode", List.of("STRICT", "PRESENT", "NONE"));
            return new Mock(
                    in.optionalText("result", Length.DATA),
                    in.structure("errorOutput", ErrorOutput::read),
                    mode == null ? "STRICT" : mode);
        }
    }

    /** The error that stands for the work of the state. */
    public record ErrorOutput(
            @Nullable String error, @Nullable String cause) {
        static ErrorOutput read(Members in) {
            return new ErrorOutput(in.optionalText("error", Length.ERROR), in.optionalText("cause", Length.CAUSE));
        }
    }

    /**
     * What has happened before.
     *
     * @param retrierRetryCount how many retries the matching rule has had
     * @param errorCausedByState the state within, whose error the mocked one is
     * @param mapIterationFailureCount how many iterations have failed; null for none
     * @param mapItemReaderData what an ItemReader reads
     */
    public record StateConfiguration(
            int retrierRetryCount,
            @Nullable String errorCausedByState,
            @Nullable Integer mapIterationFailureCount,
            @Nullable String mapItemReaderData) {
        static final StateConfiguration NONE = new StateConfiguration(0, null, null, null);

        static StateConfiguration read(Members in) {
            Integer retries = in.number("retrierRetryCount", 0, MANY);
            return new StateConfiguration(
                    retries == null ? 0 : retries,
                    in.optionalText("errorCausedByState", Length.TRIED_STATE),
                    in.number("mapIterationFailureCount", 0, MANY),
                    in.optionalText("mapItemReaderData", Length.DATA));
        }
    }

    /**
     * Its answer.
     *
     * @param inspectionData what came of the data on its way through the state; null at level INFO
     */
    public record Answer(
            @Nullable String output,
            @Nullable String error,
            @Nullable String cause,
            @Nullable JsonNode inspectionData,
            @Nullable String nextState,
            String status) {}
}
