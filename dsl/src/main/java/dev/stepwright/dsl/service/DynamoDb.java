package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Amazon DynamoDB. Items and keys are objects of typed values, such as <code>{"id": {"S": "o-1"}}</code>. */
public final class DynamoDb {
    /** Reads an item by its key. */
    public static final Resource<Get, Found> GET_ITEM =
            Resource.of("arn:aws:states:::dynamodb:getItem", Get.class, Found.class);

    /** Writes an item in place of one with the same key. */
    public static final Resource<Put, Changed> PUT_ITEM =
            Resource.of("arn:aws:states:::dynamodb:putItem", Put.class, Changed.class);

    /** Changes an item. */
    public static final Resource<Update, Changed> UPDATE_ITEM =
            Resource.of("arn:aws:states:::dynamodb:updateItem", Update.class, Changed.class);

    /** Removes an item. */
    public static final Resource<Delete, Changed> DELETE_ITEM =
            Resource.of("arn:aws:states:::dynamodb:deleteItem", Delete.class, Changed.class);

    /** Which item to read. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Get(
            String tableName, Object key, @Nullable Boolean consistentRead) {}

    /**
     * What was read.
     *
     * @param item null if there is none
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Found(@Nullable JsonNode item) {}

    /** Which item to write. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Put(
            String tableName,
            Object item,
            @Nullable String conditionExpression,
            @Nullable Object expressionAttributeValues) {}

    /** Which item to change, and how. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Update(
            String tableName,
            Object key,
            String updateExpression,
            @Nullable String conditionExpression,
            @Nullable Object expressionAttributeValues,
            @Nullable String returnValues) {}

    /** Which item to remove. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Delete(
            String tableName, Object key, @Nullable String conditionExpression) {}

    /**
     * What was changed.
     *
     * @param attributes those that {@code ReturnValues} asks for
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Changed(@Nullable JsonNode attributes) {}

    private DynamoDb() {}
}
