package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.branch1;
import static dev.stepwright.dsl.Dsl.branch2;
import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.error;
import static dev.stepwright.dsl.Dsl.executionInput;
import static dev.stepwright.dsl.Dsl.fail;
import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.format;
import static dev.stepwright.dsl.Dsl.given;
import static dev.stepwright.dsl.Dsl.goTo;
import static dev.stepwright.dsl.Dsl.input;
import static dev.stepwright.dsl.Dsl.label;
import static dev.stepwright.dsl.Dsl.loop;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.not;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.parallel;
import static dev.stepwright.dsl.Dsl.parseJson;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.proceed;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.succeed;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.uuid;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.waitFor;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Declined;
import dev.stepwright.dsl.Orders.Item;
import dev.stepwright.dsl.Orders.Label;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.OrderResult;
import dev.stepwright.dsl.Orders.PaidOrder;
import dev.stepwright.dsl.Orders.PaymentDeclined;
import dev.stepwright.dsl.Orders.Receipt;
import dev.stepwright.dsl.Orders.Rejected;
import dev.stepwright.dsl.Orders.Reservation;
import dev.stepwright.dsl.Orders.Shipped;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.Orders.Tier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Whole machines, as a user writes them. */
final class Machines {
    private Machines() {}

    static StateMachine<Order, OrderResult> order() {
        StateRef<OrderResult> done = label("done");

        var charge = task("Charge card", Shop::charge)
                .arguments(ChargeRequest::new, path(Order::id), path(Order::total), value("EUR"))
                .retry(onError(TimeoutException.class)
                        .maxAttempts(3)
                        .interval(Duration.ofSeconds(1))
                        .backoffRate(2));

        var reserve = task("Reserve stock", Shop::reserve).arguments(path(Order::items));

        return StateMachine.start(task("Validate", Shop::validate))
                .then(choice("Large order?")
                        .when(
                                path(Order::total)
                                        .greaterThan(1000)
                                        .and(not(path(Order::tier).equalTo(Tier.GOLD))),
                                task("Review", Shop::review))
                        .otherwise(proceed()))
                .then(parallel("Pay and reserve", charge, reserve)
                        .output(PaidOrder::new, input(), branch1(), branch2())
                        .catching(
                                PaymentDeclined.class,
                                object(Declined::new, input(), error(ErrorOutput::cause)),
                                task("Cancel", Shop::cancel).then(goTo(done))))
                .then(map("Ship items", path(PaidOrder::order).get(Order::items), task("Ship item", Shop::ship))
                        .maxConcurrency(5)
                        .output(Shipped::new, path(PaidOrder::order).get(Order::id), result()))
                .then(waitFor("Cool down", Duration.ofMinutes(5)))
                .then(done.at(succeed("Done")));
    }

    record JobRequest(String query) {}

    record Job(String id, String status, int polls) {}

    interface Jobs {
        Job submit(JobRequest request);

        Job poll(Job job);
    }

    static StateMachine<JobRequest, Job> polling() {
        return StateMachine.start(task("Submit", Jobs::submit))
                .then(loop(
                        "poll",
                        poll -> given(Job.class)
                                .then(waitFor("Wait", Duration.ofSeconds(30)))
                                .then(task("Get status", Jobs::poll))
                                .then(choice("Done?")
                                        .when(
                                                path(Job::status).equalTo("FAILED"),
                                                fail("Job failed", "JobFailed", "the job reported failure"))
                                        .when(path(Job::status).equalTo("SUCCEEDED"), proceed())
                                        .otherwise(goTo(poll)))))
                .end();
    }

    record Payment(Order order, ChargeRequest request, Receipt receipt, ErrorOutput error) {}

    /** The data grow field by field, which JSONPath can do as well. */
    static StateMachine<Payment, Payment> payment() {
        return StateMachine.start(task("Charge", Shop::charge)
                        .arguments(
                                ChargeRequest::new,
                                path(Payment::order).get(Order::id),
                                path(Payment::order).get(Order::total),
                                value("EUR"))
                        .resultInto(Payment::receipt)
                        .catchingInto(
                                PaymentDeclined.class,
                                Payment::error,
                                fail("Declined", "Declined", "the card was declined")))
                .then(choice("All paid?")
                        .when(
                                path(Payment::order)
                                        .get(Order::total)
                                        .greaterThan(path(Payment::receipt).get(Receipt::amount))
                                        .or(path(Payment::order)
                                                .get(Order::express)
                                                .isTrue()),
                                Dsl.<Payment>waitFor("Wait", Duration.ofSeconds(5)))
                        .otherwise(proceed()))
                .end()
                .queryLanguage(QueryLanguage.JSONPATH);
    }

    record ExportRequest(@JsonProperty("target_bucket") String bucket, String table) {}

    record ExportData(String id, QueryStarted query, QueryState state, Report report) {}

    record QueryStarted(@JsonProperty("Id") String id) {}

    record QueryState(@JsonProperty("Status") String status) {}

    record Report(JsonNode rows, String origin) {}

    record StartQuery(
            @JsonProperty("Sql") String sql,
            @JsonProperty("Database") String database) {}

    record GetObject(
            @JsonProperty("Bucket") String bucket,
            @JsonProperty("Key") String key) {}

    record ObjectRead(@JsonProperty("Body") String body) {}

    private static final Resource<StartQuery, QueryStarted> START_QUERY =
            Resource.of("arn:aws:states:::aws-sdk:redshiftdata:executeStatement", StartQuery.class, QueryStarted.class);
    private static final Resource<QueryStarted, QueryState> QUERY_STATE = Resource.of(
            "arn:aws:states:::aws-sdk:redshiftdata:describeStatement", QueryStarted.class, QueryState.class);
    private static final Resource<GetObject, ObjectRead> GET_OBJECT =
            Resource.of("arn:aws:states:::aws-sdk:s3:getObject", GetObject.class, ObjectRead.class);

    /** Intrinsic functions, the context, a selected result and a loop, in either language. */
    static StateMachine<ExportRequest, ExportData> export() {
        StateRef<ExportData> wait = label("wait");
        var status = path(ExportData::state).get(QueryState::status);
        var read = task("Read report", GET_OBJECT)
                .arguments(
                        GetObject::new,
                        executionInput(ExportRequest::bucket),
                        format("{}/report.json", path(ExportData::id)))
                .select(object(Report::new, parseJson(result(ObjectRead::body), JsonNode.class), value("export")))
                .resultInto(ExportData::report)
                .catching(Exception.class, fail("No report", "NoReport", "the query left no report"));

        return StateMachine.start(ExportRequest.class)
                .then(pass(
                        "Make id",
                        object(ExportData.class, field(ExportData::id).is(uuid()))))
                .then(task("Start query", START_QUERY)
                        .arguments(
                                StartQuery::new,
                                format(
                                        "unload ('select * from {}') to 's3://{}/{}'",
                                        executionInput(ExportRequest::table),
                                        executionInput(ExportRequest::bucket),
                                        path(ExportData::id)),
                                value("warehouse"))
                        .resultInto(ExportData::query))
                .then(wait.at(waitFor("Wait", Duration.ofSeconds(5))))
                .then(task("Get state", QUERY_STATE)
                        .arguments(path(ExportData::query))
                        .resultInto(ExportData::state))
                .then(choice("Finished?")
                        .when(status.equalTo("FINISHED"), read)
                        .when(
                                status.matches("ABORT*").or(status.equalTo("FAILED")),
                                fail("Query failed", "QueryFailed", "the query ended without a result"))
                        .otherwise(goTo(wait)))
                .end();
    }

    static final class TestShop implements Shop {
        @Override
        public Order validate(Order order) {
            return order;
        }

        @Override
        public Order review(Order order) {
            return order;
        }

        @Override
        public Receipt charge(ChargeRequest request) {
            return new Receipt("c-" + request.orderId(), request.amount());
        }

        @Override
        public Reservation reserve(List<Item> items) {
            return new Reservation("w");
        }

        @Override
        public Label ship(Item item) {
            return new Label(item.sku(), "T-" + item.sku());
        }

        @Override
        public Rejected cancel(Declined declined) {
            return new Rejected(declined.order().id(), declined.reason());
        }
    }
}
