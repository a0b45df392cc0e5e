package io.shopkeeper.fraud.boundary;

import java.util.List;
import java.util.Map;

/**
 * What was decided lately.
 *
 * @param counts of the last hour by outcome, all outcomes
 * @param latest the latest first
 */
public record RecentDecisions(Map<Outcome, Long> counts, List<DecidedPayment> latest) {}
