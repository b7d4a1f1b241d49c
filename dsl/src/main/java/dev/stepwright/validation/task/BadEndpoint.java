package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The {@code ApiEndpoint} of an HTTP Task is written out, but no URL. AWS has https alone; stand-ins on a machine of one's own have http. */
final class BadEndpoint extends Rule {
    private static final Pattern URL = Pattern.compile("https?://.+");

    BadEndpoint() {
        super("ASL-TSK-016", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        String field = part.argumentsField();
        JsonNode endpoint = part.value(field).path("ApiEndpoint");
        boolean isHttp = part.resource()
                .filter(resource -> resource.service().equals("http"))
                .isPresent();
        boolean isExpression = part.isJsonata() && Text.isExpression(endpoint);
        if (isHttp && !isExpression && isNoUrl(endpoint)) {
            findings.add(at(
                            part.trail(field).member("ApiEndpoint").pointer(),
                            "ApiEndpoint must be a URL such as https://api.example.com/orders, found %s%s"
                                    .formatted(
                                            Words.show(endpoint),
                                            part.isJsonata()
                                                    ? ""
                                                    : "; for a path or an intrinsic function, rename it to ApiEndpoint.$"))
                    .service("The value for the 'ApiEndpoint' field is not valid", part.at(field)));
        }
    }

    private static boolean isNoUrl(JsonNode endpoint) {
        return !endpoint.isMissingNode()
                && !Text.isUnknown(endpoint)
                && !URL.matcher(endpoint.asString("")).matches();
    }
}
