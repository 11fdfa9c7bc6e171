"""Discourse networks: who speaks of the same, agrees and disagrees, over time.

claims      the nouns: Claim, Coding
dna         a database of Discourse Network Analyzer ⇄ Coding
positions   a dossier → Coding
design      which network: Design
ties        claims → network, as a Matrix
windows     claims → networks over time
layout      a network → places to draw it at

Of a network:

disparity     the ties that are more than chance
backbone      the columns that carry it, and those that only repeat it
clusters      who belongs together; polarisation: in two camps, for and against
phases        which windows are alike
frequencies   how often each issue is spoken of, on which side
scaling       where actors and issues lie on one line; ideal_points: with how sure that is
graphml, pictures   it as a file, or several in one picture

Whoever wants DataFrames or graphs of it needs the extra `networks`.
"""
