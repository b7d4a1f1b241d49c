package dev.stepwright.services.http;

import dev.stepwright.runtime.task.BlockingTask;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Does the tasks of API Gateway for one engine. Each call blocks a thread of the workplace. */
final class ApiGatewayRunner implements TaskRunner {
    private final Exchange exchange;
    private final @Nullable URI base;
    private final ApiSignature signature;
    private final Workplace workplace;

    ApiGatewayRunner(Exchange exchange, @Nullable URI base, ApiSignature signature, Workplace workplace) {
        this.exchange = exchange;
        this.base = base;
        this.signature = signature;
        this.workplace = workplace;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return request.resource().service().equals("apigateway")
                && request.resource().action().matches("invoke(\\.waitForTaskToken)?");
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        ApiCall.of(request.input());
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        BlockingTask task = () -> answer(request);
        return task.start(workplace, request, completion);
    }

    private JsonNode answer(TaskRequest request) throws TaskFailure, InterruptedException {
        ApiCall call = ApiCall.of(request.input());
        Message message = call.message(base);
        boolean isSigned =
                call.isSigned() && (base == null || signature.signers().areKnown());
        Message sent = isSigned
                ? signature.signed(message, request.roleArn(), HttpTaskRunner.region(request.executionArn()))
                : message;
        return new HttpResult("apigateway", "ApiGateway.", exchange.limits().bytes()).of(exchange.send(sent));
    }
}
