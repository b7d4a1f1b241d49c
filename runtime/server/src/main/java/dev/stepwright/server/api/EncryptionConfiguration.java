package dev.stepwright.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a resource is encrypted. Kept and shown; this server encrypts nothing. */
public record EncryptionConfiguration(
        @Nullable String kmsKeyId, @Nullable Integer kmsDataKeyReusePeriodSeconds, String type) {
    /** What a resource has that says nothing. */
    public static final EncryptionConfiguration OWNED = new EncryptionConfiguration(null, null, "AWS_OWNED_KEY");

    private static final String CUSTOMER = "CUSTOMER_MANAGED_KMS_KEY";
    private static final List<String> TYPES = List.of("AWS_OWNED_KEY", CUSTOMER);

    static EncryptionConfiguration read(Members in) {
        return new EncryptionConfiguration(
                in.optionalText("kmsKeyId", new Length(1, 2048)),
                in.number("kmsDataKeyReusePeriodSeconds", 60, 900),
                in.requiredWord("type", TYPES));
    }

    boolean isCustomerManaged() {
        return type.equals(CUSTOMER);
    }

    /**
     * Checks what the service refuses.
     *
     * @throws ApiError {@code InvalidEncryptionConfiguration}
     */
    public void check() {
        if (isCustomerManaged() && kmsKeyId == null) {
            throw refused("Must set a valid kmsKeyId.");
        }
        if (!isCustomerManaged() && kmsKeyId != null) {
            throw notForOwned("kmsKeyId");
        }
        if (!isCustomerManaged() && kmsDataKeyReusePeriodSeconds != null) {
            throw notForOwned("kmsDataKeyReusePeriodSeconds");
        }
    }

    private static ApiError notForOwned(String member) {
        return refused("Custom " + member + " is not allowed when selecting AWS_OWNED_KEY.");
    }

    private static ApiError refused(String problem) {
        return ApiError.of("InvalidEncryptionConfiguration", "Invalid Encryption Configuration: " + problem);
    }
}
