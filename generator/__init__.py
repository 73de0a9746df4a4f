"""gongkai (公开): township records in, disclosure sites out."""

__version__ = "0.1.0"
