# frozen_string_literal: true

# The probe application for any Rack server: hello, the fixed probes, programs, and a report of everything else.
#
# Ruby 2.5 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told there,
# and gates wait for an answer from there; where PROBE_LEDGER=folder is, it is written there, and a file opens a gate.
require 'json'
require 'socket'
require 'time'

WITNESS = ENV.fetch('PROBE_WITNESS', '')
PLACE = [WITNESS[/.*(?=:)/].to_s.delete('[]'), WITNESS[/\d+\z/]].freeze
LEDGER = WITNESS.empty? ? ENV.fetch('PROBE_LEDGER', '') : ''
FIXED = (1..20).map { |line| "line #{line} of a page that stays as it is\n" }.join
TAG = '"conform-1"'
DATE = 'Tue, 01 Jul 2025 12:00:00 GMT'
VALIDATORS = { 'ETag' => TAG, 'Last-Modified' => DATE }.freeze
DATES = ['%a, %d %b %Y %H:%M:%S GMT', '%A, %d-%b-%y %H:%M:%S GMT', '%a %b %d %H:%M:%S %Y'].freeze
KNOWN, PARTS = %w[GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH].freeze, %W[one\n two\n three\n].freeze
# Before Rack 3 nobody promised which version SERVER_PROTOCOL is.
NEWER = (defined?(Rack) && Rack.release.to_i >= 3 ? %w[request-version] : []).freeze
CAPS = (%w[told iterable-close input-end error-stream env-dict cgi-vars path-as-sent duplicate-headers] + NEWER).freeze

# The error that programs raise.
Marker = Class.new(StandardError)

# Probes that need no program.
module Probes
  module_function

  def answer(status, kind, content, fields = {})
    [status, { 'Content-Type' => kind, 'Content-Length' => content.bytesize.to_s, **fields }, [content]]
  end

  def as_json(value)
    answer(200, 'application/json', JSON.generate(value))
  end

  def fixed(name, env)
    case name
    when 'meta' then as_json({ contract: 'rack', lang: 'ruby', caps: CAPS, pid: Process.pid, 'environ-exact': env.instance_of?(Hash) })
    when 'report' then as_json(report(env))
    when 'content'
      kind = env['CONTENT_TYPE'].to_s
      answer(200, kind.empty? ? 'application/octet-stream' : kind, content_of(env))
    when 'stream' then [200, { 'Content-Type' => 'text/plain' }, (env.values_at('REQUEST_METHOD', 'QUERY_STRING').join =~ /^HEADquiet/ ? [] : PARTS).each]
    when 'hello', 'static' then page(name, env)
    else answer(404, 'text/plain', "no such probe\n")
    end
  end

  def page(name, env)
    method = env['REQUEST_METHOD']
    return answer(200, 'text/plain', "called without a method\n") if method.to_s.empty?
    return answer(501, 'text/plain', "no such method\n") unless KNOWN.include?(method)
    return answer(405, 'text/plain', "only GET and HEAD\n", 'Allow' => 'GET, HEAD') unless %w[GET HEAD].include?(method)
    return answer(200, 'text/html', '<h1>Hello, web!</h1>') if name == 'hello'
    case conditions(env)
    when 412 then answer(412, 'text/plain', "no longer so\n")
    when 304 then [304, VALIDATORS.dup, []]
    else answer(200, 'text/plain', FIXED, VALIDATORS)
    end
  end

  # All of the request's content; a server of Rack says itself where it ends.
  def content_of(env)
    (env['rack.input']&.read || '').b
  end

  # The status that the conditions of a GET or HEAD lead to, in the order of RFC 9110 section 13.2.2.
  def conditions(env)
    match, none_match = env.values_at('HTTP_IF_MATCH', 'HTTP_IF_NONE_MATCH')
    since, unmodified, now = [env['HTTP_IF_MODIFIED_SINCE'], env['HTTP_IF_UNMODIFIED_SINCE'], DATE].map { |text| moment(text.to_s) }
    return 412 if match ? !named?(match, '*', TAG) : unmodified && unmodified < now
    return named?(none_match, '*', TAG, "W/#{TAG}") ? 304 : 200 if none_match

    since && since >= now ? 304 : 200
  end

  def named?(tags, *ours)
    tags.scan(%r{(?:W/)?"[^"]*"|\*}).any? { |tag| ours.include?(tag) }
  end

  # The time that a date names in any of its three forms; nothing where it is none, as a list of dates is.
  def moment(text)
    DATES.each do |form|
      return Time.strptime("#{text} +0000", "#{form} %z")
    rescue ArgumentError
      next
    end
    nil
  end

  # The environment of this call and the content, so that the harness can say what the server understood.
  def report(env)
    received = content_of(env)
    values = env.reject { |key, value| ENV[key] == value }.transform_values { |value| told(value) }
    # Applications for Rack decode the path themselves.
    path = env['PATH_INFO'].to_s.b.gsub(/%(\h\h)/) { $1.hex.chr }
    { content: { hex: received.unpack1('H*'), length: received.bytesize }, env: values.merge('PATH_INFO' => told(path)) }
  end

  def told(value)
    kind = case value
           when String, Symbol then 'string'
           when true, false then 'bool'
           when Integer then 'int'
           when Array then 'tuple'
           else return { t: value.respond_to?(:read) || value.respond_to?(:write) ? 'stream' : value.respond_to?(:call) ? 'callable' : 'other', v: '' }
           end
    { t: kind, v: value.to_s.b.unpack1('H*') }
  end
end

# A connection a call, or lines of a file; what is told after its end, such as a second close, begins another.
class Witness
  attr_reader :record

  def initialize(ident)
    @ident, @count, @record = ident, 0, ''.b
  end

  # What a program may hand out of what it was told.
  def keep(event, more)
    return if %w[hello gate gate-lost next close end].include?(event)

    text = event == 'tell' ? more[:d] : [more[:d]].pack('H*') if more[:d]
    result = more[:r] unless event == 'read'
    kind = more[:kind] if event == 'environ'
    @record << [event, result, kind, text].compact.join(' ') << "\n"
  end

  def tell(event, more = {})
    keep(event, more)
    return false if (WITNESS.empty? && LEDGER.empty?) || @ident.empty?

    @count += 1
    line = { v: 1, id: @ident, call: object_id, n: @count, pid: Process.pid, ev: event, **more.compact }
    @channel ||= LEDGER.empty? ? Socket.tcp(*PLACE, connect_timeout: 10) : File.open(File.join(LEDGER, "#{@ident}.jsonl"), 'ab').tap { |file| file.sync = true }
    @channel.write(JSON.generate(line) << "\n")
    true
  rescue SystemCallError, IOError
    @channel = nil
    false
  end

  # Ten seconds at most: for an answer, or for a file that is made, and taken away by who goes on.
  def hold(label)
    return unless tell('gate', gate: label)
    return taken? || tell('gate-lost', d: label) unless LEDGER.empty?

    finish unless @channel.wait_readable(10) && @channel.gets
  rescue SystemCallError, IOError
    finish
  end

  def taken?
    500.times do
      return File.delete(File.join(LEDGER, "#{@ident}.#{Process.pid}.#{object_id}.#{@count}.go"))
    rescue SystemCallError
      sleep(0.02)
    end
    false
  end

  # The connection says so by its end, a file by a line.
  def finish
    tell('end') if @channel && !LEDGER.empty?
    @channel&.close
    @channel = nil
  end
end

# One program within one call of the application.
class Run
  def initialize(text, env, ident)
    @witness = Witness.new(ident)
    @witness.tell('hello')
    phases = text.split('~', -1).map { |phase| phase.split('_').reject(&:empty?).map { |step| step.split('.', -1) } }
    @call, @body, @last = phases[0] || [], phases[1] || [], phases[2] || []
    @env, @status, @fields, @times, @pause = env, 200, {}, 1, 0
  end

  def begin
    steps(@call)
    answer = [@status, @fields, blocks]
    @witness.finish unless answer[2].respond_to?(:close)
    answer
  rescue Exception # rubocop:disable Lint/RescueException
    @witness.finish
    raise
  end

  # Blocks are handed to the server here, and told of before.
  def each
    @body.each do |verb, *operands|
      next step(verb, operands) unless %w[y yz yt].include?(verb)

      @times.times do |number|
        sleep(@pause) if number.positive?
        block = verb == 'y' ? [operands[0]].pack('H*') : verb == 'yz' ? 'x' * operands[0].to_i : @witness.record.dup
        @witness.tell('next', d: block.bytesize <= 64 ? block.unpack1('H*') : "#{block.bytesize} octets")
        yield block
      end
      @times = 1
    end
    @witness.tell('next', d: 'end')
  end

  def close
    @witness.tell('close')
    steps(@last)
  ensure
    @witness.finish
  end

  private

  def blocks
    kind = @call.reverse.find { |step| step[0] == 'ret' }
    return self unless kind && %w[list tuple].include?(kind[1])

    all = []
    each { |block| all << block }
    all
  end

  def steps(steps)
    steps.each { |verb, *operands| step(verb, operands) }
  end

  def step(verb, operands)
    text = ->(at) { [operands[at].to_s].pack('H*') }
    case verb
    when 'st' then @status = text[0].to_i
    when 'h' then field(text[0], text[1] * (operands[2] || 1).to_i)
    when 'ct' then field('Content-Type', 'text/plain')
    when 'cl' then field('Content-Length', operands[0])
    when 'rep' then @times, @pause = operands[0].to_i, operands[1].to_i / 1000.0
    when 'rd' then read(operands.join)
    when 'g' then @witness.hold(operands[0])
    when 't' then @witness.tell('tell', d: operands[0])
    when 'x' then raise Marker, operands.join(' ')
    when 'e' then look(operands[0], text[1], text[2])
    when 'er' then log(:write, "#{text[0]}\n")
    when 'el', 'eg' then operands.each_index { |at| @env['rack.errors'].write("#{text[at]}\n") } && log(:flush)
    when 'ef' then log(:flush)
    when 'eu' then log(:write, "\u20ac \u{1f600} log-wide\n")
    when 'sr', 'ret' then nil
    else raise ArgumentError, "Rack has nothing for #{verb}"
    end
  end

  # Rack 2 has the values of a repeated field on lines of one string; Rack 3 has them in a list.
  def field(name, value)
    list = defined?(Rack.release) && Rack.release.to_i >= 3
    before = @fields[name]
    @fields[name] = before.nil? ? value : list ? [*before, value] : "#{before}\n#{value}"
  end

  def look(what, name, value)
    case what
    when 'set' then @env[name] = value
    when 'del' then @env.delete(name)
    else
      shown = @env.key?(name) ? Probes.told(@env[name]) : { t: 'none' }
      @witness.tell('environ', r: name, kind: shown[:t], d: shown[:v])
    end
  end

  def log(method, *texts)
    @env['rack.errors'].public_send(method, *texts)
    @witness.tell('errors', r: 'returned')
  end

  def read(operations)
    operations.scan(/r(-?\d*)/) do |(size)|
      got = size.empty? || size.to_i.negative? ? @env['rack.input']&.read : @env['rack.input']&.read(size.to_i)
      @witness.tell('read', r: 'returned', d: got.to_s.unpack1('H*'))
    end
  end
end

# Chosen by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel.
run(lambda do |env|
  path = env['PATH_INFO'].to_s
  name = env['HTTP_PROBE_CASE'].to_s
  pairs = env['QUERY_STRING'].to_s.split('&').map { |pair| pair.split('=', 2) }.select { |pair| pair.size == 2 }.to_h
  untold = path.empty? && pairs.key?('p') ? 'run' : ['', '/'].include?(path) ? 'hello' : 'report'
  name = path.start_with?('/probe/', 'probe/') ? path.delete_prefix('/')[6..-1] : untold if name.empty?
  name = 'hello' if env['REQUEST_METHOD'] == 'CONNECT'
  return Probes.fixed(name, env) unless name == 'run'

  # The id may become the name of a file.
  fit = pairs.fetch('id', '').match?(/\A[A-Za-z0-9-]{0,64}\z/)
  return Probes.answer(400, 'text/plain', "an id has letters, digits and dashes only, 64 at most\n") unless fit

  Run.new(pairs.fetch('p', ''), env, pairs.fetch('id', '')).begin
end)
