"""Settings of the tests of `generator.model`."""

from tests.load import profiles

profiles.choose()
