package dev.stepwright.runtime.task;

import dev.stepwright.json.JsonText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/** Has handlers do tasks. */
public final class HandlerRunner implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerRunner.class);
    private static final String FAILED = "{}: the handler of task {} failed";

    private final TaskHandlers handlers;
    private final Workplace workplace;
    private final Settings settings;

    /**
     * What handlers are run with.
     *
     * @param region of a function that is called by its bare name
     * @param account of a function that is called by its bare name
     */
    public record Settings(ErrorNaming errorNaming, String region, String account) {}

    /**
     * Returns a runner.
     *
     * @param workplace where handlers run that are not inline
     */
    public HandlerRunner(TaskHandlers handlers, Workplace workplace, Settings settings) {
        this.handlers = handlers;
        this.workplace = workplace;
        this.settings = settings;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return bound(request) != null;
    }

    @Override
    public boolean mayRepeat(TaskRequest request) {
        return !handlers.isAtMostOnce(request.stateName())
                && !handlers.isAtMostOnce(request.resource().text());
    }

    private TaskHandlers.@Nullable Bound bound(TaskRequest request) {
        TaskResource resource = request.resource();
        TaskHandlers.Bound bound = handlers.bound(request.stateName(), resource.text());
        return bound == null && resource.isLambdaInvoke() ? function(request) : bound;
    }

    /** Returns what the handlers are bound to. */
    @Override
    public String toString() {
        return handlers.toString();
    }

    /** Returns whether a task is done by a handler that is called on the engine's own thread. */
    public boolean isInline(TaskRequest request) {
        TaskHandlers.Bound bound = bound(request);
        return bound != null && bound.isInline();
    }

    private TaskHandlers.@Nullable Bound function(TaskRequest request) {
        return LambdaCall.functionName(request.input())
                .flatMap(name -> handlers.forResource(name)
                        .or(() -> handlers.forResource(LambdaCall.arn(name, settings.region(), settings.account()))))
                .orElse(null);
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        TaskHandlers.Bound bound = bound(request);
        if (bound == null) {
            throw new IllegalStateException("no handler is bound for the state \"" + request.stateName() + "\"");
        }
        return start(bound, request, completion);
    }

    /** Like {@link #start}, but returns null if no handler does the task. */
    public @Nullable Runnable startIfBound(TaskRequest request, TaskCompletion completion) {
        TaskHandlers.Bound bound = bound(request);
        return bound == null ? null : start(bound, request, completion);
    }

    private Runnable start(TaskHandlers.Bound bound, TaskRequest request, TaskCompletion completion) {
        Call call = new Call(bound, request, completion);
        if (bound.isInline()) {
            call.run();
            return () -> {};
        }
        return workplace.start(call);
    }

    /** One call of a handler. */
    private final class Call implements TaskContext, Runnable {
        private final TaskHandlers.Bound bound;
        private final TaskRequest request;
        private final TaskCompletion completion;

        Call(TaskHandlers.Bound bound, TaskRequest request, TaskCompletion completion) {
            this.bound = bound;
            this.request = request;
            this.completion = completion;
        }

        @Override
        public void run() {
            boolean isInvoke = request.resource().isLambdaInvoke();
            if (request.resource().family() == TaskResource.Family.ACTIVITY) {
                completion.started(null);
            }
            try {
                JsonNode result = bound.handler().handle(request.workInput(), this);
                JsonNode value = orNull(result);
                answer(value, isInvoke ? LambdaCall.answer(value) : value);
            } catch (TaskFailure failure) {
                fail(failure.error(), failure.causeText());
            } catch (Throwable thrown) { // of whatever kind: nobody else would hear of it, and the task would never end
                failed(thrown);
            }
        }

        private static JsonNode orNull(@Nullable JsonNode result) {
            return result == null ? NullNode.getInstance() : result;
        }

        /**
         * Reports what the handler has made.
         *
         * @param answer the same as the service tells it
         */
        private void answer(JsonNode value, JsonNode answer) {
            switch (request.resource().pattern()) {
                case RESPONSE -> completion.succeeded(answer);
                case CALLBACK -> {
                    completion.submitted(answer);
                    if (bound.isAnswering()) {
                        completion.succeeded(value); // as if somebody had sent it back with the token
                    }
                }
                case JOB -> {
                    completion.submitted(answer);
                    completion.succeeded(answer);
                }
            }
        }

        private void failed(Throwable thrown) {
            String error = settings.errorNaming().nameOf(thrown);
            String state = JsonText.quote(request.stateName());
            if (isAnswer(thrown, error)) {
                LOG.debug(FAILED, request.executionArn(), state, thrown);
            } else {
                LOG.warn(FAILED, request.executionArn(), state, thrown);
            }
            String message = thrown.getMessage() == null ? "" : thrown.getMessage();
            boolean isFunction = request.resource().family() == TaskResource.Family.LAMBDA
                    || request.resource().isLambdaInvoke();
            fail(error, isFunction ? TaskFailure.functionReport(error, message) : message);
        }

        /** A handler that does a job is the job, so what fails has been submitted. */
        private void fail(@Nullable String error, @Nullable String cause) {
            if (request.resource().pattern() == TaskResource.Completion.JOB) {
                completion.submitted(JsonNodeFactory.instance.objectNode());
            }
            completion.failed(error, cause);
        }

        /** What a method declares, or has an error name of its own, is an answer; all else is a fault, whose place only the log can tell. */
        private static boolean isAnswer(Throwable thrown, String error) {
            boolean isDeclared = thrown instanceof Exception && !(thrown instanceof RuntimeException);
            return isDeclared || !error.equals(thrown.getClass().getName());
        }

        @Override
        public String executionArn() {
            return request.executionArn();
        }

        @Override
        public String stateName() {
            return request.stateName();
        }

        @Override
        public String attemptId() {
            return request.attemptId();
        }

        @Override
        public int attempt() {
            return request.attempt();
        }

        @Override
        public Optional<Instant> deadline() {
            return Optional.ofNullable(request.deadline());
        }

        @Override
        public Optional<String> taskToken() {
            return Optional.ofNullable(request.token());
        }
    }
}
