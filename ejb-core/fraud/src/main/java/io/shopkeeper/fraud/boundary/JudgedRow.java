package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.List;

/**
 * What became of a payment of a batch.
 *
 * @param row its place, from 0
 * @param verdict absent if it was not judged
 * @param errors why not, with pointers into the payment; empty if it was
 */
public record JudgedRow(
    int row,
    @JsonInclude(JsonInclude.Include.NON_NULL) PaymentVerdict verdict,
    List<FieldError> errors) {}
