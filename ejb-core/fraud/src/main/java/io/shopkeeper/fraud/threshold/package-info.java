/** Changes of the thresholds of the fraud model in the database. */
package io.shopkeeper.fraud.threshold;
