package dev.stepwright.permission;

import dev.stepwright.json.Placeholders;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls whose resources stand where no rule finds them: in lists, in texts of other forms, or under other names. */
final class SpecialCalls {
    /** Those that take an alias for a key. */
    private static final List<String> KEY_ACTIONS = List.of(
            "Decrypt",
            "DescribeKey",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "GenerateDataKeyWithoutPlaintext",
            "GenerateMac",
            "GetPublicKey",
            "Sign",
            "Verify",
            "VerifyMac");

    private static final List<String> STATEMENT_ACTIONS = List.of(
            "BatchExecuteStatement",
            "BeginTransaction",
            "CommitTransaction",
            "DescribeTable",
            "ExecuteStatement",
            "ListDatabases",
            "ListSchemas",
            "ListTables",
            "RollbackTransaction");

    /** How what one of the calls needs is written down. */
    private interface Special {
        void write(SpecialCalls here, Action action, Arguments arguments);
    }

    private static final Map<String, Special> BY_ACTION = byAction();

    private final Deployment deployment;
    private final Ledger ledger;

    SpecialCalls(Deployment deployment, Ledger ledger) {
        this.deployment = deployment;
        this.ledger = ledger;
    }

    private static Map<String, Special> byAction() {
        Map<String, Special> special = new HashMap<>(Map.ofEntries(
                Map.entry("lambda:InvokeFunction", SpecialCalls::function),
                Map.entry("events:PutEvents", SpecialCalls::events),
                Map.entry("sns:Publish", SpecialCalls::publish),
                Map.entry("bedrock:InvokeModel", SpecialCalls::model),
                Map.entry("bedrock-agentcore:InvokeHarness", SpecialCalls::harness),
                Map.entry(
                        "s3:GetObject",
                        (here, action, arguments) -> here.objects().read(action, arguments)),
                Map.entry(
                        "s3:DeleteObject",
                        (here, action, arguments) -> here.objects().delete(action, arguments)),
                Map.entry(
                        "athena:StartQueryExecution",
                        (here, action, arguments) -> here.queries().start(action, arguments)),
                Map.entry(
                        "athena:GetQueryResults",
                        (here, action, arguments) -> here.queries().results(action, arguments)),
                Map.entry("dynamodb:BatchGetItem", SpecialCalls::items),
                Map.entry("dynamodb:BatchWriteItem", SpecialCalls::items),
                Map.entry("dynamodb:GetItem", SpecialCalls::items),
                Map.entry("dynamodb:PutItem", SpecialCalls::items),
                Map.entry("dynamodb:UpdateItem", SpecialCalls::items),
                Map.entry("dynamodb:DeleteItem", SpecialCalls::items),
                Map.entry("dynamodb:ConditionCheckItem", SpecialCalls::items)));
        KEY_ACTIONS.forEach(name -> special.put("kms:" + name, SpecialCalls::key));
        for (String service : List.of("rds-data:", "redshift-data:")) {
            STATEMENT_ACTIONS.forEach(name -> special.put(service + name, SpecialCalls::statement));
        }
        return Map.copyOf(special);
    }

    /** Writes down what a call needs if it is one of these; else it does nothing. */
    boolean write(Action action, Arguments arguments) {
        Special special = BY_ACTION.get(action.text());
        if (special != null) {
            special.write(this, action, arguments);
        }
        return special != null;
    }

    private ObjectNeeds objects() {
        return new ObjectNeeds(deployment, ledger);
    }

    private QueryNeeds queries() {
        return new QueryNeeds(deployment, ledger);
    }

    private void function(Action action, Arguments arguments) {
        Argument name = arguments.get("FunctionName");
        if (!name.isWritten()) {
            ledger.needAny(action, deployment.arn("lambda", "function:*"), name.text());
            return;
        }
        String arn = functionArn(name.text());
        if (Placeholders.isOne(name.text()) && !Arn.isPlaceholderOfArn(name.text())) {
            ledger.ask("FunctionName \"" + name.text()
                    + "\" is taken for the name of a function; if it will be an ARN, let the resource of "
                    + action.text() + " be " + name.text());
        }
        Argument qualifier = arguments.get("Qualifier");
        String suffix = qualifier.isAbsent() || arn.endsWith(":" + qualifier.text())
                ? ""
                : ":" + (qualifier.isWritten() ? qualifier.text() : "*");
        ledger.need(action, arn + suffix);
        ledger.askIfComputed(action.text(), "Qualifier", qualifier);
    }

    /** Returns the ARN of a function by its ARN, its name, {@code name:alias} or {@code account:function:name}. */
    private String functionArn(String text) {
        if (Arn.is(text) || Arn.isPlaceholderOfArn(text)) {
            return text;
        }
        int kind = text.indexOf(":function:");
        return kind < 0
                ? deployment.arn("lambda", "function:" + text)
                : new Arn(
                                deployment.partition(),
                                "lambda",
                                deployment.region(),
                                text.substring(0, kind),
                                text.substring(kind + 1))
                        .toString();
    }

    private void events(Action action, Arguments arguments) {
        List<Arguments> entries = arguments.each("Entries");
        if (entries.isEmpty()) {
            ledger.needAny(
                    action,
                    deployment.arn("events", "event-bus/*"),
                    arguments.get("Entries").text());
        }
        for (Arguments entry : entries) {
            Argument bus = entry.get("EventBusName");
            if (bus.isComputed()) {
                ledger.needAny(action, deployment.arn("events", "event-bus/*"), bus.text());
            } else {
                String name = bus.isAbsent() ? "default" : bus.text();
                boolean isArn = Arn.is(name) || Arn.isPlaceholderOfArn(name);
                ledger.need(action, isArn ? name : deployment.arn("events", "event-bus/" + name));
            }
        }
    }

    private void publish(Action action, Arguments arguments) {
        if (!arguments.get("PhoneNumber").isAbsent()
                && arguments.get("TopicArn").isAbsent()
                && arguments.get("TargetArn").isAbsent()) {
            // A phone number is no resource of IAM.
            ledger.need(action, arguments.areKnown() ? Literal.of("*") : "*");
        } else if (arguments.areKnown()
                && arguments.get("TopicArn").isAbsent()
                && arguments.get("TargetArn").isWritten()) {
            ledger.need(action, arguments.get("TargetArn").text());
        } else {
            found(action, arguments);
        }
    }

    /** AWS: whoever invokes a harness invokes it as an agent too, under the ARN of the harness. */
    private void harness(Action action, Arguments arguments) {
        Argument arn = arguments.get("HarnessArn");
        for (Action each : List.of(action, ServiceActions.action("bedrock-agentcore:InvokeAgentRuntime"))) {
            if (arn.isWritten()) {
                ledger.need(each, arn.text());
            } else {
                ledger.needAny(each, deployment.arn("bedrock-agentcore", "harness/*"), arn.text());
            }
        }
    }

    /** A model by its id, its ARN, or an inference profile, which calls the model in any of its regions. */
    private void model(Action action, Arguments arguments) {
        Argument id = arguments.get("ModelId");
        if (!id.isWritten()) {
            ledger.needAny(action, foundationModel("*", "*"), id.text());
            ledger.need(action, deployment.arn("bedrock", "inference-profile/*"));
            ledger.need(action, deployment.arn("bedrock", "provisioned-model/*"));
        } else if (Arn.is(id.text()) || Arn.isPlaceholderOfArn(id.text())) {
            ledger.need(action, id.text());
            if (id.text().contains("inference-profile/")) {
                ledger.need(action, foundationModel("*", "*"));
            }
        } else if (id.text().matches("(us|us-gov|eu|apac|au|ca|jp|global)\\..+")) {
            ledger.need(action, deployment.arn("bedrock", "inference-profile/" + id.text()));
            ledger.need(
                    action, foundationModel("*", id.text().substring(id.text().indexOf('.') + 1)));
        } else {
            ledger.need(action, foundationModel(deployment.region(), id.text()));
        }
        bucket("s3:GetObject", arguments.within("Input").get("S3Uri"), "reads the input of the model");
        bucket("s3:PutObject", arguments.within("Output").get("S3Uri"), "writes the output of the model");
    }

    private String foundationModel(String region, String id) {
        return "arn:" + deployment.partition() + ":bedrock:" + region + "::foundation-model/" + id;
    }

    private void bucket(String action, Argument uri, String reason) {
        if (uri.isWritten()) {
            ledger.need(action, deployment.bucketArn(uri.text().replaceFirst("^s3://", "")), reason);
        } else if (uri.isComputed()) {
            ledger.need(action, deployment.bucketArn("*"), reason);
            ledger.ask(action + " is allowed on every object, since S3Uri is " + uri.text()
                    + "; narrow it to its possible values");
        }
    }

    /** AWS: no key is allowed by its alias; which alias a call may name is a condition. */
    private void key(Action action, Arguments arguments) {
        Argument key = arguments.get("KeyId");
        String alias = key.isWritten() ? Arn.of(key.text()).map(Arn::resource).orElse(key.text()) : "";
        if (alias.startsWith("alias/")) {
            String any = Arn.of(key.text())
                    .map(arn -> new Arn(arn.partition(), "kms", arn.region(), arn.account(), "key/*").toString())
                    .orElseGet(() -> deployment.arn("kms", "key/*"));
            ledger.need(action, any, Ledger.condition("StringEquals", "kms:RequestAlias", alias));
        } else {
            found(action, arguments);
        }
    }

    /** AWS: who calls a database by its Data API has to be allowed to read the secret of its user. */
    private void statement(Action action, Arguments arguments) {
        found(action, arguments);
        Argument secret = arguments.get("SecretArn");
        if (secret.isWritten()) {
            ledger.need("secretsmanager:GetSecretValue", secret.text(), "reads the secret of the database");
        } else if (secret.isComputed()) {
            ledger.need(
                    "secretsmanager:GetSecretValue",
                    deployment.arn("secretsmanager", "secret:*"),
                    "reads the secret of the database");
            ledger.askIfComputed("secretsmanager:GetSecretValue", "SecretArn", secret);
        }
    }

    /** Items of a table, or of several: {@code RequestItems} has them by the names of the tables, {@code TransactItems} by kinds of writes. */
    private void items(Action action, Arguments arguments) {
        List<Arguments> transacted = arguments.each("TransactItems");
        List<String> batched = arguments.within("RequestItems").names();
        if (transacted.isEmpty() && batched.isEmpty()) {
            Argument list = arguments.get(action.name().startsWith("Batch") ? "RequestItems" : "TransactItems");
            if (list.isComputed() && arguments.get("TableName").isAbsent()) {
                ledger.needAny(action, deployment.arn("dynamodb", "table/*"), list.text());
            } else {
                found(action, arguments);
            }
            return;
        }
        Set<String> tables = new LinkedHashSet<>(batched);
        String kind = action.name().equals("ConditionCheckItem")
                ? "ConditionCheck"
                : action.name().replace("Item", "");
        for (Arguments item : transacted) {
            if (item.names().contains(kind)) {
                Argument table = item.within(kind).get("TableName");
                if (table.isWritten()) {
                    tables.add(table.text());
                } else {
                    ledger.needAny(action, deployment.arn("dynamodb", "table/*"), table.text());
                }
            }
        }
        tables.forEach(
                table -> ledger.need(action, Arn.is(table) ? table : deployment.arn("dynamodb", "table/" + table)));
    }

    private void found(Action action, Arguments arguments) {
        ledger.need(action, ResourceSearch.find(action, arguments, deployment));
    }
}
