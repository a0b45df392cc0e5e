/**
 * The real application on real servers and databases. Suites end in {@code IT} and run in Maven's
 * profile {@code integration}: {@code ./shopkeeper test}.
 */
package io.shopkeeper.integration;
