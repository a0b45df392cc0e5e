package io.shopkeeper.fraud.boundary.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of an appeal.
 *
 * @param caseId the case in which it is looked at; null where it was not taken
 * @param shopperText what the shopper may read: gives no reasons away
 * @param repeated whether it was made before
 */
public record AppealAnswer(
    String transactionId,
    AppealState state,
    @JsonInclude(JsonInclude.Include.ALWAYS) Long caseId,
    String shopperText,
    boolean repeated) {}
