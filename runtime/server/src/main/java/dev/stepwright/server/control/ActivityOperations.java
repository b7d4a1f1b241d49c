package dev.stepwright.server.control;

import dev.stepwright.runtime.Engine;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.CreateActivity;
import dev.stepwright.server.api.DeleteActivity;
import dev.stepwright.server.api.DescribeActivity;
import dev.stepwright.server.api.EncryptionConfiguration;
import dev.stepwright.server.api.ListActivities;
import dev.stepwright.server.api.Nothing;
import java.util.List;

/** The operations on activities but for fetching tasks. */
final class ActivityOperations {
    private final Account account;
    private final Engine engine;
    private final Activities activities;
    private final PageTokens tokens;
    private final Ports ports;

    ActivityOperations(Account account, Engine engine, Activities activities, PageTokens tokens, Ports ports) {
        this.account = account;
        this.engine = engine;
        this.activities = activities;
        this.tokens = tokens;
        this.ports = ports;
    }

    CreateActivity.Answer create(CreateActivity request) {
        String name = Names.checked(request.name());
        EncryptionConfiguration encryption = request.encryptionConfiguration() == null
                ? EncryptionConfiguration.OWNED
                : request.encryptionConfiguration();
        encryption.check();
        String arn = account.activity(name);
        Activity activity = activities.addOr(
                arn,
                () -> new Activity(
                        arn,
                        name,
                        ports.now(),
                        encryption,
                        Tags.of(arn, request.tags() == null ? List.of() : request.tags())),
                existing -> repeated(existing, encryption));
        engine.activities().create(name);
        return new CreateActivity.Answer(activity.arn(), activity.creationDate());
    }

    private static Activity repeated(Activity existing, EncryptionConfiguration encryption) {
        if (!existing.encryption().equals(encryption)) {
            throw ApiError.of("ActivityAlreadyExists", "Activity Already Exists: '" + existing.arn() + "'");
        }
        return existing;
    }

    DescribeActivity.Answer describe(DescribeActivity request) {
        Activity activity =
                activities.get(Arn.parse(request.activityArn(), "activity").text());
        return new DescribeActivity.Answer(
                activity.arn(), activity.name(), activity.creationDate(), activity.encryption());
    }

    Nothing delete(DeleteActivity request) {
        String arn = Arn.parse(request.activityArn(), "activity").text();
        activities.remove(arn);
        engine.activities().delete(arn);
        return Nothing.ANSWER;
    }

    ListActivities.Answer list(ListActivities request) {
        Page.Query query = new Page.Query("ListActivities", request.maxResults(), request.nextToken());
        Page<Activity> page = Page.of(activities.all(), Activity::name, query, tokens);
        return new ListActivities.Answer(
                page.map(a -> new ListActivities.Item(a.arn(), a.name(), a.creationDate())), page.nextToken());
    }
}
