package dev.stepwright.permission;

import dev.stepwright.json.Placeholders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes down what calls of HTTP endpoints need: HTTP tasks, and API Gateway. */
final class EndpointNeeds {
    private static final Pattern GATEWAY = Pattern.compile("(?:https://)?([^.]+)\\.execute-api\\.([^.]+)\\..+");

    private final Deployment deployment;
    private final Ledger ledger;

    EndpointNeeds(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
    }

    /** Returns whether the call is of an endpoint. */
    boolean write(String call, Arguments arguments) {
        switch (call) {
            case "http:invoke" -> http(arguments);
            case "apigateway:invoke" -> gateway(arguments);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void http(Arguments arguments) {
        Argument endpoint = arguments.get("ApiEndpoint");
        Argument method = arguments.get("Method");
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        if (method.isWritten()) {
            condition.putObject("StringEquals").put("states:HTTPMethod", method.text());
        }
        if (endpoint.isWritten()) {
            condition.withObject("/StringEquals").put("states:HTTPEndpoint", endpoint.text());
        } else {
            ledger.ask("states:InvokeHTTPEndpoint is allowed for every endpoint, since ApiEndpoint is "
                    + endpoint.text() + "; narrow it by a condition on states:HTTPEndpoint");
        }
        ledger.askIfComputed("states:InvokeHTTPEndpoint", "Method", method);
        ledger.need(
                "states:InvokeHTTPEndpoint",
                deployment.machineArn(),
                "calls the endpoint",
                condition.isEmpty() ? null : condition);
        connection(arguments);
    }

    private void connection(Arguments arguments) {
        Argument connection = arguments.within("Authentication").get("ConnectionArn");
        if (connection.isAbsent()) {
            connection = arguments.within("InvocationConfig").get("ConnectionArn");
        }
        boolean isNamed =
                connection.isWritten() && (Arn.is(connection.text()) || Placeholders.isOne(connection.text()));
        String arn = isNamed ? connection.text() : deployment.arn("events", "connection/*");
        if (!isNamed) {
            ledger.ask("events:RetrieveConnectionCredentials is allowed on " + arn
                    + ", since ConnectionArn is " + (connection.isAbsent() ? "absent" : connection.text())
                    + "; narrow it to the intended ones");
        }
        String reason = "uses the credentials of the connection";
        ledger.need("events:RetrieveConnectionCredentials", arn, reason);
        Arn place = Arn.of(arn)
                .orElseGet(() -> Arn.of(deployment.arn("events", "*")).orElseThrow());
        String secret = new Arn(
                        place.partition(),
                        "secretsmanager",
                        place.region(),
                        place.account(),
                        "secret:events!connection/*")
                .toString();
        ledger.need("secretsmanager:DescribeSecret", secret, reason);
        ledger.need("secretsmanager:GetSecretValue", secret, reason);
    }

    private void gateway(Arguments arguments) {
        Argument type = arguments.get("AuthType");
        if (type.isAbsent() || type.isWritten() && type.text().equals("NO_AUTH")) {
            return;
        }
        Argument endpoint = arguments.get("ApiEndpoint");
        Matcher known = GATEWAY.matcher(endpoint.isWritten() ? endpoint.text() : "");
        boolean isKnown = known.matches();
        String region = isKnown ? known.group(2) : deployment.region();
        String api = isKnown ? known.group(1) : "*";
        String path = String.join(
                "/", api, part(arguments.get("Stage")), part(arguments.get("Method")), part(arguments.get("Path")));
        String resource = new Arn(deployment.partition(), "execute-api", region, deployment.account(), path).toString();
        ledger.need("execute-api:Invoke", resource, "calls the API");
        for (String name : List.of("Stage", "Method", "Path")) {
            ledger.askIfComputed("execute-api:Invoke", name, arguments.get(name));
        }
        if (!isKnown) {
            ledger.ask("execute-api:Invoke is allowed on every API, since ApiEndpoint " + endpoint.text()
                    + " does not say which; narrow it to the intended ones");
        }
    }

    private static String part(Argument argument) {
        return argument.isWritten() ? argument.text().replaceFirst("^/", "") : "*";
    }
}
