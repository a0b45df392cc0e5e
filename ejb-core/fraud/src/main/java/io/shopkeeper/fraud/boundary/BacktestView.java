package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A backtest.
 *
 * @param jobId the job that works it out
 * @param order what was tried, with all days filled in
 * @param report null until it is worked out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BacktestView(
    long id, Long jobId, BacktestOrder order, Instant at, String by, BacktestReport report) {}
