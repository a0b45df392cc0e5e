package io.shopkeeper.fraud.boundary.cases;

/**
 * Who works on cases.
 *
 * @param name a username
 * @param supervisor whether this person may decide what others escalate, and agree with outcomes
 */
public record CaseWorker(String name, boolean supervisor) {}
