/**
 * What lists, snoozes and texts of rules say of a customer goes with the customer. What stays is in
 * the user guide under Fraud, What is forgotten.
 */
package io.shopkeeper.fraud.erasure;
