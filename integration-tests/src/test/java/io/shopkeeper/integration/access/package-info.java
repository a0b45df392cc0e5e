/**
 * Who may do what: the published table against the code and against the running shop; signing in
 * with all its steps.
 */
package io.shopkeeper.integration.access;
