package dev.stepwright.server.policy;

import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.server.file.CurrentFiles;
import dev.stepwright.services.RolePermission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The roles that state machines run under, and what their policies allow. */
public final class Roles implements RolePermission.Roles {
    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

    private final CurrentFiles<RoleFile> files;

    private Roles(CurrentFiles<RoleFile> files) {
        this.files = files;
    }

    /**
     * Reads roles from a file, and again when it has changed, or a file that it names: an object from the name or ARN of each to its policies in the
     * language of IAM. A name stands for the role of that name in any account. A policy may be in a file of its own, named as seen from this one, for
     * example
     *
     * <pre>{@code
     * {"order-role": {"Policies": ["order.policy.json"]},
     *  "arn:aws:iam::999988887777:role/reader": {"Policies": [{
     *     "Version": "2012-10-17",
     *     "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}]}}
     * }</pre>
     *
     * <p>An action that is one letter away from one that there is, such as {@code sqs:SendMesage}, is logged as a warning.
     *
     * @param file JSON or, if its name ends with {@code .yaml} or {@code .yml}, YAML
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if one has something else; the message tells file, line and column
     */
    public static Roles read(Path file) throws IOException {
        return new Roles(new CurrentFiles<>(next -> {
            RoleFile roles = RoleReader.read(file, next);
            roles.warnings().forEach(warning -> LOG.warn("{}", warning));
            return roles;
        }));
    }

    @Override
    public Optional<PolicyCheck> policies(String arn) {
        return files.value().role(arn);
    }
}
