package io.shopkeeper.prediction.boundary;

import java.util.List;

/**
 * What the shop foresees of a customer.
 *
 * @param customer the shop's id
 * @param personalUse whether the customer allows such use; where not, nothing else is said
 * @param value what the customer is worth; null where not allowed, of who never bought, and while
 *     no version of that model is live
 * @param forecasts by the live models of tables from the shop; empty where there are none
 * @param prices how much the price matters; null where not allowed
 */
public record CustomerInsight(
    String customer,
    boolean personalUse,
    ValueInsight value,
    List<CustomerForecast> forecasts,
    PaidInsight prices) {}
