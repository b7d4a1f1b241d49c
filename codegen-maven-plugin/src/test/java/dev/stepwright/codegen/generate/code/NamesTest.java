package dev.stepwright.codegen.generate.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest(name = "{0} is {1}, {2}, {3}")
    @CsvSource({
        "Ship each,   ShipEach,    shipEach,    SHIP_EACH",
        "Is paid?,    IsPaid,      isPaid,      IS_PAID",
        "order_id,    OrderId,     orderId,     ORDER_ID",
        "order-id,    OrderId,     orderId,     ORDER_ID",
        "totalUSD,    TotalUsd,    totalUSD,    TOTAL_USD",
        "URLPath,     UrlPath,     urlPath,     URL_PATH",
        "2nd try,     _2ndTry,     _2ndTry,     _2ND_TRY",
        "class,       Class,       class_,      CLASS",
        "wait,        Wait,        wait_,       WAIT",
        "ÄndereMaß,   ÄndereMaß,   ändereMaß,   ÄNDERE_MASS",
        "支払い,        支払い,        支払い,        支払い",
        "?!,          Type,        value,       QUESTION_MARK_EXCLAMATION_MARK"
    })
    void a_name_for_people_gives_a_name_for_java(String text, String type, String member, String constant) {
        assertThat(Names.type(text)).isEqualTo(type);
        assertThat(Names.member(text)).isEqualTo(member);
        assertThat(Names.constant(text)).isEqualTo(constant);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "com.acme-corp.2nd, com.acme_corp._2nd",
        "com.acme.new, com.acme.new_",
        "com.acme.über uns, com.acme.über_uns"
    })
    void a_package_name_is_made_legal(String text, String legal) {
        assertThat(Names.packageName(text)).isEqualTo(legal);
    }
}
