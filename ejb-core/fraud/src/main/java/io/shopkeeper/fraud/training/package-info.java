/**
 * Training of the model {@code fraud}: labelled payments with their features as of their moment
 * into a snapshot, the newest held out, learnt from, registered. The trainer is plain Java: it runs
 * in the server or in the worker.
 */
package io.shopkeeper.fraud.training;
