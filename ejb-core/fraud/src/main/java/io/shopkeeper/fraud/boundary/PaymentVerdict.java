package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What was decided of a payment.
 *
 * @param score how probably it is fraud, from 0 to 1; null where no model says
 * @param anomaly how odd it is: the share of the payments learnt from that were less odd, from 0 to
 *     1; null where no model says
 * @param decision the hardest of what rules and model ask for
 * @param rules those that held and decide, the hardest first
 * @param silentRules those that held without deciding: on trial, or told to be quiet
 * @param reasons what the features did to the score, the strongest first; before them, where the
 *     payment is odd enough to be looked at, {@code anomaly} and what is odd in it; empty without a
 *     model
 * @param shopperText what the shopper may read: gives nothing of the reasons away
 * @param modelVersion null without a model
 * @param degraded what was missing when it was decided: {@code model}, {@code history}, {@code
 *     features}, {@code storage}; empty for nothing
 * @param repeated whether it was decided before and this is that decision
 * @param decidedAt when
 */
public record PaymentVerdict(
    String transactionId,
    @JsonInclude(JsonInclude.Include.ALWAYS) Double score,
    @JsonInclude(JsonInclude.Include.ALWAYS) Double anomaly,
    Outcome decision,
    List<RuleHit> rules,
    List<RuleHit> silentRules,
    List<ModelReason> reasons,
    String shopperText,
    @JsonInclude(JsonInclude.Include.ALWAYS) Integer modelVersion,
    List<String> degraded,
    boolean repeated,
    Instant decidedAt) {}
