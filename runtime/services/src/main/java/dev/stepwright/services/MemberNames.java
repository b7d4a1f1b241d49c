package dev.stepwright.services;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The names of members as Task states write them: those of the API, with the first letter in upper case. */
final class MemberNames {
    /** What DynamoDB calls NULL has another name in the SDK. */
    private static final String RENAMED = "NUL";

    private MemberNames() {}

    static String pascal(SdkField<?> field) {
        String name = field.memberName().equals(RENAMED) ? field.locationName() : field.memberName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the member of a name; null if there is none. */
    static @Nullable SdkField<?> field(SdkPojo pojo, String pascalName) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (pascal(field).equals(pascalName)) {
                return field;
            }
        }
        return null;
    }
}
