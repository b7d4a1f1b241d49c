package dev.stepwright.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "EnableECSManagedTags, EnableEcsManagedTags",
        "DBInstanceIdentifier, DbInstanceIdentifier",
        "TemplateURL, TemplateUrl",
        "NotificationARNs, NotificationArns",
        "BOOL, Bool",
        "SS, Ss",
        "VolumeSizeInGB, VolumeSizeInGb",
        "S3Uri, S3Uri",
        "AwsVpcConfiguration, AwsVpcConfiguration",
        "B, B"
    })
    void abbreviations_are_words(String name, String words) {
        assertThat(Spelling.words(name)).isEqualTo(words);
    }
}
