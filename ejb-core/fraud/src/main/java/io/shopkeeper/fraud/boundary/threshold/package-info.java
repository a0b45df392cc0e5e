/**
 * From which score of the model on payments are confirmed, looked at or refused: what other
 * thresholds would have cost, and how they are changed by two persons. For the console and REST.
 */
package io.shopkeeper.fraud.boundary.threshold;
