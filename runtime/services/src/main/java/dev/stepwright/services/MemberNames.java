package dev.stepwright.services;

import dev.stepwright.asl.Spelling;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The names of members as Task states write them: those of the API, with the first letter in upper case. */
final class MemberNames {
    /** What DynamoDB calls NULL has another name in the SDK. */
    private static final String RENAMED = "NUL";

    private static final Set<String> KEPT = Set.of("Default", "Equals");

    private MemberNames() {}

    static String pascal(SdkField<?> field) {
        String name = field.memberName().equals(RENAMED) ? field.locationName() : field.memberName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * Returns the name of a member in the answers of SDK integrations. AWS: reported of DynamoDB, whose BOOL is Bool and whose NULL is Nul,
     * and seen in definitions that read the DbInstances of RDS: it is what the SDK calls its methods.
     */
    static String ofSdk(SdkField<?> field) {
        String name = field.memberName();
        int end = 1;
        while (isUpper(name, end) && !Character.isLowerCase(charAt(name, end + 1))) {
            end++;
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1, end).toLowerCase(Locale.ROOT)
                + name.substring(end);
    }

    private static boolean isUpper(String name, int at) {
        return Character.isUpperCase(charAt(name, at));
    }

    private static char charAt(String name, int at) {
        return at < name.length() ? name.charAt(at) : ' ';
    }

    /**
     * Returns the member of a name; null if there is none. AWS: abbreviations at the beginning are words, as the SDK's methods have them:
     * {@code DbInstanceIdentifier}; elsewhere both are seen, {@code BOOL} and {@code Bool}. Nothing else may differ in case. The names that Java keeps for itself may have
     * the word that the SDK adds to them.
     */
    static @Nullable SdkField<?> field(SdkPojo pojo, String pascalName) {
        SdkField<?> nearly = null;
        for (SdkField<?> field : pojo.sdkFields()) {
            String pascal = pascal(field);
            if (pascal.equals(pascalName)) {
                return field;
            }
            if (isNearly(pascal, ofSdk(field), pascalName)) {
                nearly = field;
            }
        }
        return nearly;
    }

    private static boolean isNearly(String pascal, String inSdk, String name) {
        String words = Spelling.words(name);
        return words.equals(Spelling.words(pascal))
                || words.equals(inSdk)
                || (KEPT.contains(pascal) && name.equals(pascal + "Value"));
    }
}
