package dev.stepwright.runtime.history;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows a history as AWS does: type names, details, JSON values as text. */
public final class AwsHistory {
    private AwsHistory() {}

    /** Returns the events in their order. */
    public static List<HistoryEvent> of(List<HistoryEntry> entries) {
        return entries.stream().map(AwsHistory::of).toList();
    }

    /** Returns one event. */
    public static HistoryEvent of(HistoryEntry entry) {
        Shape shape = Shape.of(entry.event());
        return new HistoryEvent(
                entry.id(), entry.previousId(), entry.time(), shape.type, shape.detailsMember, shape.details);
    }

    /** A type and its details, as they are put together. */
    private static final class Shape {
        final String type;
        final @Nullable String detailsMember;
        final ObjectNode details = JsonNodeFactory.instance.objectNode();

        private Shape(String type, @Nullable String detailsMember) {
            this.type = type;
            this.detailsMember = detailsMember;
        }

        /** An event whose details are named after its type. */
        private static Shape own(String type) {
            return new Shape(type, Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails");
        }

        private static Shape bare(String type) {
            return new Shape(type, null);
        }

        static Shape of(Event event) {
            Shape task = task(event);
            if (task != null) {
                return task;
            }
            Shape group = group(event);
            return group != null ? group : execution(event);
        }

        private static Shape execution(Event event) {
            if (event instanceof Event.StateEntered e) {
                return new Shape(e.kind().text() + "StateEntered", "stateEnteredEventDetails")
                        .put("name", e.name())
                        .text("input", e.inputText() == null ? JsonText.compact(e.input()) : e.inputText());
            } else if (event instanceof Event.StateExited e) {
                return new Shape(e.kind().text() + "StateExited", "stateExitedEventDetails")
                        .put("name", e.name())
                        .json("output", e.output())
                        .assigned(e.assigned());
            } else if (event instanceof Event.ExecutionStarted e) {
                return own("ExecutionStarted")
                        .text("input", e.inputText() == null ? JsonText.compact(e.input()) : e.inputText())
                        .put("roleArn", e.roleArn())
                        .put("stateMachineAliasArn", e.aliasArn())
                        .put("stateMachineVersionArn", e.versionArn());
            } else if (event instanceof Event.ExecutionSucceeded e) {
                return own("ExecutionSucceeded").json("output", e.output());
            } else if (event instanceof Event.ExecutionFailed e) {
                return own("ExecutionFailed").failure(e.error(), e.cause());
            } else if (event instanceof Event.ExecutionAborted e) {
                return own("ExecutionAborted").failure(e.error(), e.cause());
            } else if (event instanceof Event.ExecutionTimedOut) {
                return own("ExecutionTimedOut").failure("States.Timeout", null);
            } else if (event instanceof Event.ExecutionRedriven e) {
                return own("ExecutionRedriven").redriven(e.count());
            } else if (event instanceof Event.EvaluationFailed e) {
                return own("EvaluationFailed")
                        .failure(e.error(), e.cause())
                        .put("location", e.location())
                        .put("state", e.state());
            }
            throw new IllegalStateException("no AWS shape for " + event);
        }

        private static @Nullable Shape group(Event event) {
            if (event instanceof Event.ParallelStarted) {
                return bare("ParallelStateStarted");
            } else if (event instanceof Event.MapStarted e) {
                Shape shape = own("MapStateStarted");
                shape.details.put("length", e.length());
                return shape;
            } else if (event instanceof Event.StateSucceeded e) {
                return bare(e.kind().text() + "StateSucceeded");
            } else if (event instanceof Event.StateFailed e) {
                return bare(e.kind().text() + "StateFailed");
            } else if (event instanceof Event.StateAborted e) {
                return bare(e.kind().text() + "StateAborted");
            } else if (event instanceof Event.IterationStarted e) {
                return own("MapIterationStarted").iteration(e.name(), e.index());
            } else if (event instanceof Event.IterationSucceeded e) {
                return own("MapIterationSucceeded").iteration(e.name(), e.index());
            } else if (event instanceof Event.IterationFailed e) {
                return own("MapIterationFailed").iteration(e.name(), e.index());
            } else if (event instanceof Event.IterationAborted e) {
                return own("MapIterationAborted").iteration(e.name(), e.index());
            } else if (event instanceof Event.MapRunStarted e) {
                return own("MapRunStarted").put("mapRunArn", e.mapRunArn());
            } else if (event instanceof Event.MapRunRedriven e) {
                return own("MapRunRedriven").put("mapRunArn", e.mapRunArn()).redriven(e.count());
            } else if (event instanceof Event.MapRunSucceeded) {
                return bare("MapRunSucceeded");
            } else if (event instanceof Event.MapRunFailed e) {
                return own("MapRunFailed").failure(e.error(), e.cause());
            } else if (event instanceof Event.MapRunAborted) {
                return bare("MapRunAborted");
            }
            return null;
        }

        private static @Nullable Shape task(Event event) {
            if (event instanceof Event.TaskScheduled e) {
                return scheduled(e);
            } else if (event instanceof Event.TaskStarted e) {
                return e.resource().family() == TaskResource.Family.LAMBDA
                        ? bare("LambdaFunctionStarted")
                        : of(e.resource(), "Started").put("workerName", e.worker());
            } else if (event instanceof Event.TaskSubmitted e) {
                return of(e.resource(), "Submitted").json("output", e.output());
            } else if (event instanceof Event.TaskSucceeded e) {
                return of(e.resource(), "Succeeded").json("output", e.output());
            } else if (event instanceof Event.TaskFailed e) {
                return of(e.resource(), "Failed").failure(e.error(), e.cause());
            } else if (event instanceof Event.TaskSubmitFailed e) {
                return of(e.resource(), "SubmitFailed").failure(e.error(), e.cause());
            } else if (event instanceof Event.TaskTimedOut e) {
                return of(e.resource(), "TimedOut").failure("States.Timeout", null);
            }
            return null;
        }

        /** AWS: the event of a function has no heartbeat, that of an activity no credentials. */
        private static Shape scheduled(Event.TaskScheduled e) {
            TaskResource.Family family = e.resource().family();
            Shape shape = of(e.resource(), "Scheduled");
            if (family == TaskResource.Family.SERVICE) {
                shape.put("region", e.region()).put("parameters", JsonText.compact(e.input()));
            } else {
                shape.put("resource", e.resource().text()).json("input", e.input());
            }
            if (e.timeoutSeconds() != null) {
                shape.details.put("timeoutInSeconds", e.timeoutSeconds());
            }
            if (e.heartbeatSeconds() != null && family != TaskResource.Family.LAMBDA) {
                shape.details.put("heartbeatInSeconds", e.heartbeatSeconds());
            }
            if (e.roleArn() != null && family != TaskResource.Family.ACTIVITY) {
                shape.details.putObject("taskCredentials").put("roleArn", e.roleArn());
            }
            return shape;
        }

        private static Shape of(TaskResource resource, String stage) {
            return switch (resource.family()) {
                case LAMBDA -> own("LambdaFunction" + stage);
                case ACTIVITY -> own("Activity" + stage);
                case SERVICE ->
                    own("Task" + stage).put("resourceType", resource.service()).put("resource", resource.action());
            };
        }

        private Shape put(String member, @Nullable String value) {
            if (value != null) {
                details.put(member, value);
            }
            return this;
        }

        private Shape json(String member, JsonNode value) {
            return text(member, JsonText.compact(value));
        }

        private Shape text(String member, String value) {
            details.put(member, value);
            details.putObject(member + "Details").put("truncated", false);
            return this;
        }

        private Shape failure(@Nullable String error, @Nullable String cause) {
            return put("error", error).put("cause", cause);
        }

        private Shape redriven(int count) {
            details.put("redriveCount", count);
            return this;
        }

        private Shape iteration(String name, int index) {
            put("name", name);
            details.put("index", index);
            return this;
        }

        private Shape assigned(Map<String, JsonNode> variables) {
            if (!variables.isEmpty()) {
                ObjectNode texts = details.putObject("assignedVariables");
                variables.forEach((name, value) -> texts.put(name, JsonText.compact(value)));
                details.putObject("assignedVariablesDetails").put("truncated", false);
            }
            return this;
        }
    }
}
