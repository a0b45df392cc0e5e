package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What was decided of a payment.
 *
 * @param score how probably it is fraud, from 0 to 1; null where no model says
 * @param decision the hardest of what rules and model ask for
 * @param rules those that held and decide, the hardest first
 * @param silentRules those that held without deciding: on trial, or told to be quiet
 * @param reasons what the features did to the score, the strongest first; empty without a model
 * @param shopperText what the shopper may read: gives nothing of the reasons away
 * @param modelVersion null without a model
 * @param degraded what was missing when it was decided: {@code model}, {@code history}; empty for
 *     nothing
 * @param repeated whether it was decided before and this is that decision
 * @param decidedAt when
 */
public record PaymentVerdict(
    String transactionId,
    @JsonInclude(JsonInclude.Include.ALWAYS) Double score,
    Outcome decision,
    List<RuleHit> rules,
    List<RuleHit> silentRules,
    List<ModelReason> reasons,
    String shopperText,
    @JsonInclude(JsonInclude.Include.ALWAYS) Integer modelVersion,
    List<String> degraded,
    boolean repeated,
    Instant decidedAt) {}
